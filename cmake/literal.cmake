# write_literal(FILE): appends its text to OUTPUT as raw string literals, in pieces that every compiler takes.
function(write_literal path)
  file(READ ${path} text)
  string(LENGTH "${text}" length)
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} 8000 piece)
    string(FIND "${piece}" "\n" end REVERSE)  # whole lines, so that no UTF-8 sequence is cut
    if(end LESS 0)  # a line without end: the file's last, or a very long one
      string(LENGTH "${piece}" end)
    else()
      math(EXPR end "${end} + 1")
    endif()
    string(SUBSTRING "${piece}" 0 ${end} piece)
    file(APPEND ${OUTPUT} "R\"~embedded~(${piece})~embedded~\"\n")
    math(EXPR at "${at} + ${end}")
  endwhile()
endfunction()
