#pragma once
// The subcommands: one row each in subcommands.cpp, one source file each.

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace trialcalc::cli {

/// The work of a subcommand; returns the exit status.
using Run = std::function<int()>;
/// Refuses bad arguments once they are read, and opens no file: that is for the run it returns.
using Prepare = std::function<Run()>;

struct Example {
  std::string_view command, meaning;
};

/// A row: `setup` adds the options to `app`.
struct Subcommand {
  std::string_view name;
  std::string_view arguments;  ///< the usage line after the name
  std::string_view sentence;   ///< what it does
  Example examples[2];
  Prepare (*setup)(CLI::App& app);
  std::string_view group = "Look at a trial";  ///< where the help lists it
};

std::span<const Subcommand> subcommands();

Prepare setup_batch(CLI::App& app);
Prepare setup_calc(CLI::App& app);
Prepare setup_check(CLI::App& app);
Prepare setup_compare(CLI::App& app);
Prepare setup_completion(CLI::App& app);
Prepare setup_debit(CLI::App& app);
Prepare setup_design(CLI::App& app);
Prepare setup_effect(CLI::App& app);
Prepare setup_fragility(CLI::App& app);
Prepare setup_grim(CLI::App& app);
Prepare setup_grimmer(CLI::App& app);
Prepare setup_list(CLI::App& app);
Prepare setup_manual(CLI::App& app);
Prepare setup_means(CLI::App& app);
Prepare setup_methods(CLI::App& app);
Prepare setup_new(CLI::App& app);
Prepare setup_nnt(CLI::App& app);
Prepare setup_paired(CLI::App& app);
Prepare setup_plot(CLI::App& app);
Prepare setup_proportion(CLI::App& app);
Prepare setup_report(CLI::App& app);
Prepare setup_reproduce(CLI::App& app);
Prepare setup_selftest(CLI::App& app);
Prepare setup_show(CLI::App& app);
Prepare setup_solve(CLI::App& app);
Prepare setup_strata(CLI::App& app);
Prepare setup_table(CLI::App& app);
Prepare setup_validate(CLI::App& app);

}  // namespace trialcalc::cli
