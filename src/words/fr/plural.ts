// Zero counts as one.
export const count = (n: number, one: string, many: string) => (n < 2 ? `${n} ${one}` : `${n} ${many}`);
