"use strict";

// Filters for tables that name what they can be filtered by. Without this script all rows are shown.
for (const table of document.querySelectorAll("table[data-filters]")) addFilters(table);

function addFilters(table) {
  const names = table.dataset.filters.split("|");
  const rows = [...table.querySelectorAll("tbody tr:not(.section)")];
  const facet = (row, name) => row.dataset[name.toLowerCase()] ?? row.parentElement.dataset[name.toLowerCase()] ?? "";
  const form = document.createElement("form");
  form.className = "filters";
  form.setAttribute("role", "search");
  const selects = names.map((name) => {
    const select = document.createElement("select");
    select.name = name;
    select.append(new Option("all", ""));
    const counts = new Map();
    for (const row of rows) counts.set(facet(row, name), (counts.get(facet(row, name)) ?? 0) + 1);
    for (const [value, count] of counts) select.append(new Option(`${value} (${count})`, value));
    form.append(labelled(name, select));
    return select;
  });
  const words = document.createElement("input");
  words.type = "search";
  words.name = "words";
  form.append(labelled("Words", words));
  const shown = document.createElement("output");
  form.append(shown);

  function apply() {
    const wanted = words.value.trim().toLowerCase();
    let count = 0;
    for (const row of rows) {
      const fits = names.every((name, i) => !selects[i].value || facet(row, name) === selects[i].value) &&
                   row.textContent.toLowerCase().includes(wanted);
      row.classList.toggle("out", !fits);
      if (fits) ++count;
    }
    for (const body of table.tBodies) body.classList.toggle("out", !body.querySelector("tr:not(.section):not(.out)"));
    shown.textContent = `${count} of ${rows.length} shown`;
  }

  function clear() {
    form.reset();
    apply();
  }

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const link of document.querySelectorAll("a[data-filter]"))
    link.addEventListener("click", () => {
      form.reset();
      for (const select of selects) if (select.name === link.dataset.filter) select.value = link.dataset.value;
      apply();
    });
  // A link to a row that is filtered away shows it again.
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.classList.contains("out")) return;
    clear();
    target.scrollIntoView();
  });
  table.closest("figure").before(form);
  apply();
}

function labelled(text, control) {
  const label = document.createElement("label");
  label.append(text, control);
  return label;
}
