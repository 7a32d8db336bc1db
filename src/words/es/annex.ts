import type { Dictionary } from "../dictionary.ts";

export const annex: Dictionary["annex"] = {
  laidOut:
    "Presentada como exige el anexo III de las cláusulas contractuales tipo (Decisión de Ejecución (UE) 2021/914), y apta como anexo de un contrato conforme al artículo 28 del RGPD.",
  otherRoles: "Entradas con otra función, que no forman parte del anexo III",
  forProduct: (product) => `Solo lo que se utiliza para ${product}.`,
  forRegion: (region) => `Solo para los datos alojados aquí: ${region}.`,
  who: "Nombre y dirección",
  contact: "Nombre, cargo y datos de contacto de la persona de contacto",
  processing: "Descripción del tratamiento",
  data: "Datos personales e interesados",
  duration: "Duración",
  where: "Lugar e instrumentos de transferencia",
};
