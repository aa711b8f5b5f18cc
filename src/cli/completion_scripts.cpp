#include "cli/completion_scripts.hpp"

namespace trialcalc::cli {

namespace {

// Where nothing is offered each shell goes on with file names.

constexpr std::string_view bash = R"sh(# bash completion for trialcalc
_trialcalc() {
  local IFS=$'\n'
  COMPREPLY=($("${COMP_WORDS[0]}" completion words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
}
complete -o default -o nosort -F _trialcalc trialcalc
)sh";

constexpr std::string_view zsh = R"sh(#compdef trialcalc
# zsh completion for trialcalc
_trialcalc() {
  local line
  local -a candidates
  for line in "${(@f)$("${words[1]}" completion words -- "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] && candidates+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
  done
  if (( $#candidates )); then
    _describe -V trialcalc candidates
  else
    _files
  fi
}
if [[ $funcstack[1] == _trialcalc ]]; then
  _trialcalc "$@"
else
  compdef _trialcalc trialcalc
fi
)sh";

constexpr std::string_view fish = R"sh(# fish completion for trialcalc
function __trialcalc_candidates
  set -l words (commandline -opc) (commandline -ct)
  set -l found ($words[1] completion words -- $words[2..-1] 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c trialcalc -k -f -a '(__trialcalc_candidates)'
)sh";

}  // namespace

std::string_view completion_script(std::string_view shell) {
  if (shell == "bash") return bash;
  if (shell == "zsh") return zsh;
  return shell == "fish" ? fish : "";
}

}  // namespace trialcalc::cli
