// How search ranks: as Sphinx does, with a step for what kind of page was found.
// Sphinx counts no words; where twenty examples share one, the order is ours to give.
const LATER = { claims: 9, design: 9, genindex: 9, glossary: 4, references: 9, contributing: 9 };

var Scorer = {
  score: ([docname, , anchor, , score]) => {
    const example = /^gallery\/\w+\/(?!index$)/.test(docname);
    const list = /^gallery\/.*index$/.test(docname);
    const step = example ? 2 : list ? -4 : docname.startsWith("reference/") ? 0 : 4;
    return score + step - (LATER[docname] ?? 0);
  },
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
