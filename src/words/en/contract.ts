/** Whose contract it is: the reader's, or by name that of customers where the reader speaks for others as well. */
export const contractOf = (customers: string | null): string =>
  customers === null ? "your contract" : `the contract of ${customers}`;
