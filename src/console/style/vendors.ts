/** The screen of vendors: its table, what is found, and the parts of its form. */
export const vendors = `
.vendors { display: grid; gap: 1.5rem; min-width: 0; }
.row-of:not(:has(option[value="scc"]:checked)) > .of-clauses:not(:has([aria-invalid])) { display: none; }
.row-of:not(:has(option[value="dpf"]:checked)) > .of-framework:not(:has([aria-invalid])) { display: none; }
.found { list-style: none; display: grid; gap: .75rem; max-width: 56rem; }
.found .hint { display: block; }
.service-where { border: 0; min-width: 0; display: grid; gap: 1.375rem; padding-block: .25rem 1rem; }
.service-where > legend { font-weight: 600; padding-block-end: .75rem; }
`;
