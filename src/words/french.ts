/** "de Cloudflare", "d’Acme": an h or y may be either, and is left alone. */
export const de = (name: string): string => (/^[aeiouœæ]/i.test(name.normalize("NFD")) ? `d’${name}` : `de ${name}`);
