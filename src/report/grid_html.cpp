// Tables in HTML, for readers with eyes, screen readers, keyboards and printers.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "report/html.hpp"

namespace trialcalc::report {

namespace {

std::string attribute(std::string_view name, std::string_view value) {
  return value.empty() ? std::string() : fmt::format(" {}=\"{}\"", name, html_text(value));
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

std::string facets(const GridRow& row) {
  std::string text;
  for (const Facet& facet : row.facets) text += attribute("data-" + lower(facet.name), facet.value);
  return text;
}

std::string_view align_class(Align align) {
  return align == Align::left ? "" : align == Align::right ? "right" : "centre";
}

std::string classes(std::string_view first, std::string_view second) {
  std::string both(first);
  if (!both.empty() && !second.empty()) both += ' ';
  return attribute("class", both.append(second));
}

class HtmlTable {
 public:
  explicit HtmlTable(const Grid& grid) : grid_(grid) {}

  std::string html() const {
    std::string filters;
    for (const std::string& name : grid_.filters) filters += (filters.empty() ? "" : "|") + name;
    return fmt::format(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\"{}>\n<table{}{}>\n{}{}{}</table>\n</div>\n",
        attribute("aria-label", grid_.title.empty() ? "Table" : grid_.title),
        attribute("class", filters.empty() ? "" : "filtered"), attribute("data-filters", filters), caption(),
        head(), body());
  }

 private:
  std::string caption() const {
    return grid_.title.empty() ? "" : "<caption>" + html_text(grid_.title) + "</caption>\n";
  }

  std::string head() const {
    std::string cells;
    bool any = false;
    for (const Column& column : grid_.columns) {
      any = any || !column.heading.empty();
      cells += column.heading.empty()
                   ? std::string("<td></td>")
                   : fmt::format("<th scope=\"col\"{}>{}</th>", attribute("class", align_class(column.align)),
                                 html_text(column.heading));
    }
    return any ? "<thead><tr>" + cells + "</tr></thead>\n" : "";
  }

  /// Each section is a body of its own, so that its heading is tied to its rows.
  std::string body() const {
    std::string out;
    bool open = false;
    for (const GridRow& row : grid_.rows) {
      if (row.is_section || !open)
        out += (open ? "</tbody>\n<tbody" : "<tbody") + section_facets(row) + ">\n";
      open = true;
      out += row.is_section ? section(row) : cells(row);
    }
    return open ? out + "</tbody>\n" : out;
  }

  static std::string section_facets(const GridRow& row) { return row.is_section ? facets(row) : ""; }

  std::string section(const GridRow& row) const {
    return fmt::format("<tr class=\"section\"><th scope=\"rowgroup\" colspan=\"{}\">{}</th></tr>\n",
                       grid_.columns.size(), html_text(row.cells.at(0).text));
  }

  std::string cells(const GridRow& row) const {
    std::string out = "<tr" + attribute("id", row.id) + facets(row) + ">";
    for (std::size_t i = 0; i < grid_.columns.size(); ++i)
      out += i < row.cells.size() ? cell(row.cells[i], i) : "<td></td>";
    return out + "</tr>\n";
  }

  std::string cell(const GridCell& cell, std::size_t column) const {
    const bool heads_row = column == 0 && grid_.columns[0].align == Align::left && !cell.text.empty();
    std::string text = html_link(cell.text, cell.link);
    if (cell.tone != Tone::none)
      text = fmt::format("<span class=\"{}\">{}</span>", html_class(cell.tone), text);
    return fmt::format(
        "<{}{}>{}</{}>", heads_row ? "th scope=\"row\"" : "td",
        classes(align_class(grid_.columns[column].align), column == 0 && cell.indent > 0 ? "indented" : ""),
        text, heads_row ? "th" : "td");
  }

  const Grid& grid_;
};

}  // namespace

std::string to_html(const Grid& grid) {
  std::string out = "<figure>\n" + HtmlTable(grid).html();
  for (const std::string& note : grid.notes) out += "<p class=\"note\">" + html_text(note) + "</p>\n";
  return out + "</figure>\n";
}

}  // namespace trialcalc::report
