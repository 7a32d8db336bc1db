import type { Dictionary } from "../../dictionary.ts";

const legalName = "denominación social";

const saying = (label: string, is: string | null, was: string | null): string => {
  const ours = `${label === legalName ? "nuestra" : "nuestro"} ${label}`;
  if (is === null) return `nuestra lista ya no indica ${ours} (antes: ${was})`;
  return `${ours} es ahora ${is} (${was === null ? "antes no constaba" : `antes: ${was}`})`;
};

export const publisher: Dictionary["publisher"] = {
  name: "nombre",
  legalName,
  sentence: saying,
  lead: (date) => `Desde el ${date}, nuestra lista de proveedores designa de otro modo a quien la publica:`,
  sameNumber: (number) => `El número de registro es el mismo, ${number}: se trata de la misma empresa.`,
  otherNumber: (is, was) => `El número de registro también es otro: ${is} (antes: ${was}).`,
  unchanged: "Ninguna entrada de la lista cambia por ello.",
  why: (organisation) =>
    `Recibe este mensaje porque esta dirección está suscrita a la lista de proveedores de ${organisation}, o es un contacto de uno de sus clientes.`,
};
