// Comforts only: every page reads, opens and prints the same without this file.
"use strict";

// Choosing a platform on one panel chooses it on all that have it.
const inputOf = (panel) => document.getElementById(panel.previousElementSibling.htmlFor);

function choose(platform) {
  for (const panel of document.querySelectorAll(`.tab-content[data-platform="${platform}"]`))
    inputOf(panel).checked = true;
}

document.addEventListener("change", ({ target }) => {
  if (!target.matches(".tab-set > input")) return;
  const before = target.nextElementSibling.getBoundingClientRect().top;
  choose(target.nextElementSibling.nextElementSibling.dataset.platform);
  // Panels above have changed their height: keep the chosen one under the pointer.
  scrollBy({ top: target.nextElementSibling.getBoundingClientRect().top - before, behavior: "instant" });
});

// A link to a line opens the tab and the fold that hold it.
function reveal() {
  const line = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const panel = line && line.closest(".tab-content");
  const fold = line && line.closest("details");
  if (panel) inputOf(panel).checked = true;
  if (fold) fold.open = true;
  if (panel || fold) line.scrollIntoView();
}
addEventListener("hashchange", reveal);
reveal();

// A link in a menu closes it.
document.addEventListener("click", ({ target }) => {
  if (target.closest("[popover] a")) target.closest("[popover]:popover-open")?.hidePopover();
});

// What scrolls sideways has a Tab stop, so that the keyboard can scroll it.
const watch = new ResizeObserver((entries) => {
  for (const { target } of entries)
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
});
for (const element of document.querySelectorAll("pre, .table-wrapper")) watch.observe(element);

// How many pages were found is announced; the role must be there before the text.
const results = document.getElementById("search-results");
if (results)
  new MutationObserver(() => results.querySelector(".search-summary")?.setAttribute("role", "status"))
    .observe(results, { childList: true });
