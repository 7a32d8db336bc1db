import type { Dictionary } from "../../dictionary.ts";
import { type ListRole, listRole, type PartyRole } from "../../role.ts";

type Role = Exclude<PartyRole, "various">;

const as: Record<Role, string> = {
  subprocessor: "como subencargado",
  processor: "como encargado del tratamiento",
  "independent-controller": "como responsable del tratamiento independiente",
  recipient: "como destinatario de datos personales",
  source: "como fuente de datos personales",
};

const list = "nuestra lista de proveedores";

const many: Record<ListRole, string> = {
  subprocessor: "nuestros subencargados",
  processor: "nuestros encargados del tratamiento",
  various: list,
};

// "Nosotros" is the subject wherever it can be: a vendor's name says neither its gender nor its number.
const add = (verbs: [as: string, to: string], name: string, role: PartyRole) =>
  role === "various" ? `${verbs[1]} a ${name} en ${list}` : `${verbs[0]} a ${name} ${as[role]}`;
const by = (name: string, role: PartyRole) => (role === "various" ? `por ${name}` : `por ${name} ${as[role]}`);

export const headlines: Dictionary["headlines"] = {
  coming: {
    added: (name, role, date) => `${add(["incorporaremos", "incluiremos"], name, role)} el ${date}`,
    updated: (name, _role, date) => `el uso que hacemos de ${name} cambiará el ${date}`,
    removed: (name, role, date) =>
      `${role === "various" ? `${name} dejará de figurar en ${list}` : `dejaremos de recurrir a ${name} ${as[role]}`} a partir del ${date}`,
    replaced: (name, former, role, date) => `sustituiremos a ${former} ${by(name, role)} el ${date}`,
    renamed: (name, former, date) => `${former} se llamará ${name} a partir del ${date}; es la misma empresa`,
    several: (count, role, date, isAlike) =>
      `${count} cambios en ${many[listRole(role)]} a partir del ${date}${isAlike ? "" : ", de forma escalonada"}`,
  },
  held: {
    added: (name, role, date) =>
      `${role === "various" ? `la inclusión de ${name} en ${list}` : `la incorporación de ${name} ${as[role]}`}, prevista para el ${date}, está en suspenso`,
    updated: (name, _role, date) =>
      `el cambio en el uso que hacemos de ${name}, previsto para el ${date}, está en suspenso`,
    removed: (name, role, date) =>
      `${role === "various" ? `la baja de ${name} en ${list}` : `la baja de ${name} ${as[role]}`}, prevista para el ${date}, está en suspenso`,
    replaced: (name, former, role, date) =>
      `la sustitución de ${former} ${by(name, role)}, prevista para el ${date}, está en suspenso`,
    renamed: (name, former, date) =>
      `el nuevo nombre de ${former}, ${name}, previsto para el ${date}, está en suspenso`,
    several: (count, role, date, isAlike) =>
      `${count} cambios en ${many[listRole(role)]}, previstos ${isAlike ? `para el ${date}` : `a partir del ${date}, de forma escalonada`}, están en suspenso`,
  },
  planned: {
    added: (name, role, date) =>
      `${add(["estaba previsto incorporar", "estaba previsto incluir"], name, role)} el ${date}`,
    updated: (name, _role, date) => `estaba previsto que el uso que hacemos de ${name} cambiara el ${date}`,
    removed: (name, role, date) =>
      `estaba previsto ${role === "various" ? `que ${name} dejara de figurar en ${list}` : `dejar de recurrir a ${name} ${as[role]}`} a partir del ${date}`,
    replaced: (name, former, role, date) => `estaba previsto sustituir a ${former} ${by(name, role)} el ${date}`,
    renamed: (name, former, date) => `estaba previsto que ${former} se llamara ${name} a partir del ${date}`,
    several: (count, role, date, isAlike) =>
      `${count} cambios en ${many[listRole(role)]}, previstos a partir del ${date}${isAlike ? "" : ", de forma escalonada"}`,
  },
  done: {
    added: (name, role, date) =>
      `${add(["hemos incorporado", "hemos incluido"], name, role)}, con efectos desde el ${date}`,
    updated: (name, _role, date) => `el uso que hacemos de ${name} ha cambiado, con efectos desde el ${date}`,
    removed: (name, role, date) =>
      `${role === "various" ? `${name} ya no figura en ${list}` : `hemos dejado de recurrir a ${name} ${as[role]}`}, con efectos desde el ${date}`,
    replaced: (name, former, role, date) =>
      `hemos sustituido a ${former} ${by(name, role)}, con efectos desde el ${date}`,
    renamed: (name, former, date) =>
      `${former} se llama ahora ${name}, con efectos desde el ${date}; es la misma empresa`,
    several: (count, role, date, isAlike) =>
      `${count} cambios en ${many[listRole(role)]}, con efectos ${isAlike ? `desde el ${date}` : `a partir del ${date}, de forma escalonada`}`,
  },
  withdrawn: {
    added: (name, role) => add(["no incorporaremos", "no incluiremos"], name, role),
    updated: (name) => `el uso que hacemos de ${name} no cambiará como se anunció`,
    removed: (name, role) =>
      role === "various" ? `${name} permanece en ${list}` : `seguimos recurriendo a ${name} ${as[role]}`,
    replaced: (name, former, role) => `no sustituiremos a ${former} ${by(name, role)}`,
    renamed: (name, former) => `${former} no se llamará ${name}`,
    several: (count, role) => `se retiran ${count} cambios anunciados en ${many[listRole(role)]}`,
  },
};
