import type { Dictionary } from "../dictionary.ts";
import { count } from "./plural.ts";

export const page: Dictionary["page"] = {
  pageTitle: (page, organisation) => `${page} – ${organisation}`,
  description: (organisation) =>
    `Quién interviene cuando ${organisation} trata datos personales: para qué, dónde, con qué instrumento de transferencia y qué va a cambiar.`,
  unnamed: "Organización sin nombre",
  skip: "Ir al contenido",
  languages: "Idioma",
  headings: {
    subprocessor: "Subencargados",
    processor: "Encargados del tratamiento",
    various: "Proveedores",
  },
  lead: (organisation) =>
    `Quién interviene cuando ${organisation} trata datos personales: para qué, dónde y con qué instrumento de transferencia.`,
  stale: (updated) =>
    `Esta página se muestra a partir de una copia guardada: contiene lo publicado hasta el ${updated}. Pueden faltar cambios publicados desde entonces.`,
  staleUnknown: "Esta página se muestra a partir de una copia guardada. Pueden faltar cambios recientes.",
  updated: (date) => `Última actualización: ${date}`,
  version: (number) => `Versión ${number}`,
  services: (n) => count(n, "servicio", "servicios"),
  vendors: {
    subprocessor: (n) => count(n, "subencargado", "subencargados"),
    processor: (n) => count(n, "encargado del tratamiento", "encargados del tratamiento"),
    various: (n) => count(n, "proveedor", "proveedores"),
  },
  onThisPage: "En esta página",

  at: {
    past: (date) => `Esta es la lista tal como era el ${date}.`,
    future: (date) => `Esta es la lista tal como será el ${date}, según lo anunciado hasta ahora.`,
    back: "Ver la lista de hoy",
  },

  list: {
    today: "La lista hoy",
    on: (date) => `La lista a ${date}`,
    other: "Otros servicios",
    examples: (organisation) =>
      `Esta lista da ejemplos: ${organisation} puede recurrir a otros proveedores de las mismas clases.`,
    empty: "Todavía no se ha publicado nada.",
    emptyHint: "Deje su dirección y recibirá un aviso cuando eso cambie.",
    emptyNow: "Actualmente no figura nadie en la lista.",
    emptyOn: (date) => `El ${date} no figuraba nada en la lista.`,
    begins: (date) => `Este registro comienza el ${date}; las listas anteriores no constan aquí.`,
    noMatch: "Ningún servicio coincide.",
    noMatchFor: (asked) => `Ningún servicio coincide con ${asked}.`,
    widen: "Se encuentra más",
    without: (what, found) => `sin ${what} (${count(found, "servicio", "servicios")})`,
    quoted: (text) => `«${text}»`,
    showAll: "Mostrar toda la lista",
    matching: (shown, all) => `${shown} de ${count(all, "servicio", "servicios")}`,
    sort: "Ordenar por",
    data: "Datos",
    details: "Detalles",
    detailsOf: (service) => `Detalles de ${service}`,
    openAll: "Abrir todos los detalles, también para imprimir",
    closeAll: "Cerrar todos los detalles",
  },

  comes: {
    changes: {
      from: (date) => `cambia el ${date}`,
      earliest: (date) => `cambia el ${date} como pronto`,
      heldUp: () => "cambia en cuanto los clientes lo autoricen o se resuelvan sus oposiciones",
    },
    leaves: {
      from: (date) => `sale de la lista el ${date}`,
      earliest: (date) => `sale de la lista el ${date} como pronto`,
      heldUp: () => "sale de la lista en cuanto los clientes lo autoricen o se resuelvan sus oposiciones",
    },
  },

  filters: {
    label: "Filtrar la lista",
    more: "Filtros",
    q: "Buscar",
    qHint: "Nombre, país, CCT…",
    country: "País",
    outsideEea: "Fuera del EEE",
    product: "Producto",
    region: "Región de alojamiento",
    unknown: "aquí no existe esa opción, y la lista no se ha filtrado por ella.",
    any: "Cualquiera",
    at: "A fecha de",
    show: "Mostrar",
    clear: "Borrar",
  },

  service: {
    used: "Uso",
    placeNotStated: "No consta el lugar",
    links: (name) => `Enlaces de ${name}`,
    optional: "Solo si usted lo elige",
    onlyFor: (names) => `Solo para ${names}`,
    onlyIn: (names) => `Solo para los datos alojados aquí: ${names}`,
    cookies: (n) => count(n, "cookie", "cookies"),
  },

  about: {
    short: "Sobre esta lista",
    heading: (organisation) => `Sobre ${organisation} y esta lista`,
    company: "Empresa",
    registrationNumber: "Número de registro",
    places: "Dónde trata datos por sí misma",
    safeguards: "Instrumentos de transferencia indicados para la lista en su conjunto",
    retention: "Conservación",
    cookies: "Cookies de su sitio web y de sus productos",
    definitions: "Explicación de datos y términos",
    showAll: (n) => (n === 1 ? "Mostrar" : `Mostrar todo (${n})`),
    policy: "Política de privacidad",
    policyVersion: (version) => `versión ${version}`,
    policyArchived: "archivada",
    policyUpdated: (date) => `actualizada el ${date}`,
    roles: {
      "data-protection-officer": "Delegado de protección de datos",
      representative: "Representante",
      support: "Asistencia",
    },
    representativeFor: (regime) => `Representante (${regime})`,
    authority: "Autoridad de control",
    contact: "Contacto para protección de datos",
  },

  footer: {
    fingerprint: "Huella (SHA-256)",
    fingerprintHint: "Es la de esta versión y de todas las anteriores: consérvela para probar lo que se le mostró.",
    auditHead: "Registro de auditoría (SHA-256)",
    auditHeadHint:
      "Es la de todo lo que habíamos registrado cuando se publicó esta versión: si la conserva, muestra si se ha alterado algo de ello.",
    json: "Esta lista en JSON",
    contact: "Contacto",
    unpublished: "Todavía no se ha publicado nada",
  },

  notFound: {
    title: "Aquí no hay nada",
    text: "Puede que la dirección esté mal escrita o que la página se haya trasladado.",
  },
  unreadable: {
    title: "No se ha podido leer",
    text: "La dirección, o lo que se envió con ella, contiene algo que aquí no se entiende, por ejemplo una fecha que no existe.",
    about: (names) => `Lo que no se puede leer: ${names}.`,
    wholeTitle: "Esta página no se puede filtrar",
    whole: (names) =>
      `Se refiere a todo el registro, y su dirección pide solo una parte (${names}). Sin ello se puede mostrar.`,
  },
  tooManyRequests: {
    title: "Demasiadas solicitudes",
    text: "Espere un minuto y vuelva a intentarlo, por favor.",
  },
  unavailable: {
    title: "El registro no se puede mostrar en este momento",
    text: "Algo de lo que depende no responde. Vuelva a intentarlo dentro de unos minutos, por favor.",
  },
  toRegistry: "Ir al registro",
};
