#include "stats/table/ellipsoid.hpp"

#include <cmath>
#include <numeric>

#include "stats/numeric/distributions.hpp"

namespace trialcalc::table {

namespace {

double sum(std::span<const std::int64_t> columns) {
  return static_cast<double>(std::accumulate(columns.begin(), columns.end(), std::int64_t{0}));
}

}  // namespace

Ellipsoid::Ellipsoid(const Problem& problem, const FactorialKeys& factorials, std::int64_t least)
    : problem_(problem), free_rows_(static_cast<double>(problem.rows.size()) - 1) {
  squared_radius_ = 2 * static_cast<double>(problem.observed - least) / factorials.steps_per_nat();
  for (const std::int64_t row : problem.rows)
    log_shares_ += std::log(static_cast<double>(row) / static_cast<double>(problem.people));
}

/// Logarithm of the square root of the determinant of the covariance of a column of c among people who are
/// shared by the rows as all are.
double Ellipsoid::log_spread(double people, double column) const {
  return (free_rows_ * std::log(column * (people - column) / std::max(1.0, people - 1)) + log_shares_) / 2;
}

/// Of all columns of a group but the last, which the others determine.
double Ellipsoid::log_fillings(std::span<const std::int64_t> group) const {
  double log_spreads = 0;
  for (; group.size() > 1; group = group.subspan(1))
    log_spreads += log_spread(sum(group), static_cast<double>(group.front()));
  return log_spreads;
}

double Ellipsoid::points(double dimensions, double log_spreads) const {
  const double half = dimensions / 2;
  return std::exp(half * std::log(M_PI * std::max(1.0, squared_radius_)) - numeric::log_gamma(half + 1) +
                  log_spreads);
}

double Ellipsoid::halves(std::span<const std::int64_t> left, std::span<const std::int64_t> right) const {
  const double shares = log_spread(static_cast<double>(problem_.people), sum(left));
  const auto with = [&](std::span<const std::int64_t> group) {
    return points(free_rows_ * static_cast<double>(group.size()), shares + log_fillings(group));
  };
  return with(left) + with(right);
}

double Ellipsoid::network() const {
  const double people = static_cast<double>(problem_.people);
  double total = 0, taken = 0;
  for (std::size_t j = 0; j + 1 < problem_.columns.size(); ++j) {
    const double column = static_cast<double>(problem_.columns[j]);
    const double spread = log_spread(people - taken, column);
    total +=
        taken == 0 ? points(free_rows_, spread) : points(2 * free_rows_, spread + log_spread(people, taken));
    taken += column;
  }
  return total;
}

}  // namespace trialcalc::table
