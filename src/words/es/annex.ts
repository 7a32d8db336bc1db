import type { Dictionary } from "../dictionary.ts";

export const annex: Dictionary["annex"] = {
  laidOut:
    "Para el anexo de un contrato conforme al artículo 28 del RGPD. Contiene lo que las cláusulas contractuales tipo exigen de la lista de subencargados en caso de autorización específica: anexo IV de las cláusulas de la Decisión de Ejecución (UE) 2021/915 y, para las transferencias, anexo III de las de la Decisión de Ejecución (UE) 2021/914.",
  otherRoles: "Entradas con otra función, que no forman parte de esos anexos",
  forProduct: (product) => `Solo lo que se utiliza para ${product}.`,
  forRegion: (region) => `Solo para los datos alojados aquí: ${region}.`,
  who: "Nombre y dirección",
  contact: "Nombre, cargo y datos de contacto de la persona de contacto",
  processing: "Descripción del tratamiento",
  data: "Datos personales e interesados",
  duration: "Duración",
  where: "Lugar e instrumentos de transferencia",
};
