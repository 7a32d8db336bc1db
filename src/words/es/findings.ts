import type { LinkField } from "../../model/vendor/field-lookup.ts";
import type { Dictionary } from "../dictionary.ts";
import type { FindingSentences } from "../en/findings.ts";
import { frameworks } from "../naming.ts";
import { a } from "./names.ts";
import { terms } from "./terms.ts";

const LINKS: Record<LinkField, string> = {
  website: "al sitio web",
  privacyPolicyUrl: "a la política de privacidad",
  cookiePolicyUrl: "a la política de cookies",
  dpaUrl: "al contrato de encargo del tratamiento",
  optOutUrl: "a la página de exclusión voluntaria",
  subprocessorsUrl: "a la lista de subencargados",
};

const LAPSES = "Las certificaciones caducan si no se renuevan cada año.";

/** When module 2 fits a subprocessor: exported by a processor, its data takes module 3. */
const BY_CONTROLLER = " si firma el propio responsable del tratamiento";

export const findings: FindingSentences = {
  "mechanism-cannot-apply": ({ name, mechanism, under, regimes, on, isIncomplete }, say) =>
    isIncomplete
      ? `${name}: para ${say.regimes(regimes)}, a las cláusulas contractuales tipo les falta el complemento exigido (${say.completion(regimes)}).`
      : `${name}: para ${say.regimes(regimes)}, ninguna transferencia puede estar amparada por ${say.mechanism(mechanism, under)} a ${say.date(on)}, en contra de lo indicado.`,
  "dpf-outside-us": ({ name, under, vendor, country }, say) =>
    `${name}: la entrada menciona ${frameworks(under, say)}, pero solo pueden certificarse empresas de Estados Unidos; ${vendor} tiene su establecimiento en ${say.place(country)}. Si una empresa certificada de Estados Unidos recibe los datos, indíquela como entidad certificada.`,
  "dpf-without-country": ({ name, under, vendor }, say) =>
    `${name}: la entrada menciona ${frameworks(under, say)}, pero solo pueden certificarse empresas de Estados Unidos, y no consta en qué país está establecida ${vendor}.`,
  "adequacy-absent": ({ name, place, regimes, on }, say) => {
    const hint =
      place === "US"
        ? ` En Estados Unidos solo quedan amparadas las empresas certificadas, por ${frameworks(regimes, say)}.`
        : "";
    return `${name}: se indica la adecuación, pero a ${say.date(on)} no está reconocida para ${say.regimes(regimes)} (${say.country(place)}).${hint}`;
  },
  "derogation-without-note": ({ name, under }, say) =>
    `${name}: se invoca una excepción (${say.articles(under)}), sin precisar cuál ni por qué.`,
  "dpf-covers-no-place": ({ name, under }, say) =>
    `${name}: la entrada menciona ${frameworks(under, say)}, solo para transferencias a Estados Unidos, donde no se indica ningún lugar.`,
  gap: ({ name, regimes: [regime], assessment, listed }, say) => {
    const named = say.list(listed.map((each) => say.mechanism(each, regime)));
    const forTheList = named && ` La lista en su conjunto menciona ${named}, sin precisar para qué proveedor.`;
    return `${name}. ${say.verdict(assessment, regime)}${forTheList}`;
  },
  unknown: ({ name, why, regimes, of }, say) => {
    const [under = "eu"] = regimes;
    if (of)
      return `${name}: para ${say.regimes(regimes)}, no está registrado aquí si en esa fecha la transferencia ${a(say.place(of.place))} estaba amparada por ${say.mechanism(of.mechanism, under)}.`;
    return why === "no-location"
      ? `${name}: no consta dónde se tratan los datos, por lo que no puede saberse si se transfieren ni qué ampara la transferencia.`
      : `${name}: el Derecho de esa fecha para ${say.regimes(regimes)} no está registrado aquí.`;
  },
  "importer-outside": ({ name, place, regimes }, say) =>
    `${name}: la empresa tiene su establecimiento en ${say.place(place)}, de modo que comunicarle datos es transferirlos a ese país, dondequiera que estén sus servidores; nada de lo indicado ampara esa transferencia para ${say.regimes(regimes)}. Indique qué la ampara o, si el contrato es con otra empresa, cuál es.`,
  expiring: ({ name, place, regimes: [regime], assessment, afterwards }, say) => {
    const after = afterwards
      ? `la transferencia se basa en ${say.mechanism(afterwards, regime)}`
      : `nada de lo indicado ampara la transferencia ${a(say.place(place))}`;
    return `${name}. ${say.verdict(assessment, regime)} A partir de entonces, ${after}.`;
  },
  derogation: ({ name, under }, say) =>
    `${name}: una excepción (${say.articles(under)}) es para situaciones específicas, no para un servicio de uso habitual.`,
  "addendum-without-scc": ({ name, mechanism, under }, say) =>
    `${name}: ${say.mechanism(mechanism, under)} modifica unas cláusulas que no constan.`,
  "scc-without-module": ({ name }) =>
    `${name}: no consta qué módulo de las cláusulas contractuales tipo se ha pactado.`,
  "scc-module-does-not-fit": ({ name, module, role, fitting }) =>
    `${name}: el módulo ${module} de las cláusulas contractuales tipo (${terms.sccModules[module]}) no corresponde a su función (${terms.choices.role[role].toLowerCase()}), que requiere ${fitting.map((each) => `el módulo ${each} (${terms.sccModules[each]})${role === "subprocessor" && each === 2 ? BY_CONTROLLER : ""}`).join(" o ")}.`,
  "dpf-unchecked": ({ name, checkedOn, isToCome }, say) => {
    if (checkedOn === null) return `${name}: no consta que se haya comprobado la certificación. ${LAPSES}`;
    return isToCome
      ? `${name}: la comprobación de la certificación lleva fecha de ${say.date(checkedOn)}, que aún no ha llegado: todavía no se ha comprobado.`
      : `${name}: la certificación se comprobó por última vez el ${say.date(checkedOn)}. ${LAPSES}`;
  },
  "no-legal-name": ({ name, isCategory }) =>
    isCategory
      ? "Solo se indica una categoría de encargados. Cada encargado debe poder identificarse."
      : `No consta qué entidad jurídica es ${name}.`,
  "no-country": ({ name, legalName, regimes }, say) =>
    `${name}: no consta en qué país ${legalName} está establecida. Si es un tercer país, comunicarle datos es transferirlos a ese país, dondequiera que estén sus servidores, y nada de lo indicado ampara esa transferencia para ${say.regimes(regimes)}.`,
  "shared-legal-entity": ({ legalName, other, slug }) =>
    `${other} (${slug}) es la misma entidad jurídica (${legalName}). Es mejor indicarla como un solo proveedor con varios servicios.`,
  "country-contradicted": ({ name, legalName, country, by }, say) => {
    const stated = `${name}: el país indicado es ${say.place(country)}`;
    if ("form" in by)
      return `${stated}, donde las empresas no adoptan la forma «${by.form}» que figura en la denominación ${legalName}.`;
    return "other" in by
      ? `${stated}; ${by.other} (${by.slug}) es la misma entidad jurídica (${legalName}), y el país que allí se indica es ${say.place(by.place)}.`
      : `${stated}, pero en la denominación ${legalName} se nombra otro: ${say.place(by.place)}.`;
  },
  "foreign-link": ({ name, link, domain, owner, isShared }) =>
    isShared
      ? `El enlace ${LINKS[link]} de ${name} conduce a una página de ${domain} a la que también enlaza ${owner}: uno de los dos enlaces puede ser de otro proveedor.`
      : `El enlace ${LINKS[link]} de ${name} conduce a ${domain}, que es de ${owner}.`,
  "dpf-unsettled": ({ name, under, place }, say) =>
    `${name}: no está claro si las transferencias a ese territorio (${say.place(place)}) quedan amparadas por ${frameworks(under, say)}. Otros instrumentos de transferencia, como las cláusulas contractuales tipo, no dejan dudas.`,
  "dpf-without-backup": ({ name, regimes }, say) =>
    `${name}: sin ${frameworks(regimes, say)}, nada ampararía las transferencias a Estados Unidos para ${say.regimes(regimes)}.`,
  "approval-not-linked": ({ name, mechanism, under }, say) =>
    `${name}: falta el enlace a la aprobación de la garantía indicada (${say.mechanism(mechanism, under)}).`,
  "no-address": ({ name }) => `No consta la dirección de ${name}.`,
  "no-contact": ({ name }) => `No consta a quién dirigirse en ${name} en materia de protección de datos.`,
  "no-dpa-link": ({ name }) => `No hay ningún enlace a un contrato de encargo del tratamiento con ${name}.`,
  "rectification-adds": ({ name, grounds }, say) =>
    `${name}: lo que cambia la rectificación puede ser un cambio previsto: ${say.grounds(grounds)}. Si está aún por llegar, anúncielo como tal, antes.`,
  "override-silences": ({ name, grounds }, say) =>
    `${name}: por la relevancia que usted ha fijado, no se informa a nadie de lo siguiente: ${say.grounds(grounds)}. De un cambio previsto hay que informar antes a los clientes, para que puedan oponerse.`,
  "override-hastens": ({ name, grounds }, say) =>
    `${name}: por la relevancia que usted ha fijado, lo siguiente no espera ningún plazo ni la autorización de nadie: ${say.grounds(grounds)}. De un cambio previsto hay que informar antes a los clientes, para que puedan oponerse; si un contrato exige autorización, esta es necesaria.`,
  "certification-expired": ({ name, certification, until }, say) =>
    `${name}: su certificación (${certification}) era válida hasta el ${say.date(until)}. Si se ha renovado, indique la nueva fecha; si no, retírela de la lista mediante una rectificación.`,
  "certification-ends-soon": ({ name, certification, until }, say) =>
    `${name}: su certificación (${certification}) solo es válida hasta el ${say.date(until)}. Solicite antes la renovada.`,
  "no-data-category": ({ name }) => `${name}: no consta qué datos personales se tratan.`,
  "law-outdated": ({ edition }, say) =>
    `Lo que aquí se conoce del Derecho es de ${say.date(edition)}, hace más de 180 días: compruebe si desde entonces alguna decisión ha dejado de tener efecto o ha empezado a tenerlo y regístrelo, o actualice el producto.`,
  "holidays-not-entered": ({ customers, total }, say) =>
    total === 0
      ? "Sus propios plazos se cuentan en días laborables o hábiles y no consta ningún día feriado del año en que vencen, por lo que no se descuenta ninguno de ese año. Indique los días feriados de su organización."
      : `Los plazos pactados con ${say.some(customers, total)} se cuentan en días laborables o hábiles y no consta ningún día feriado del año en que vencen, por lo que no se descuenta ninguno de ese año. Indique los días feriados de su organización o los del contrato.`,
};

export const sources: Dictionary["sources"] = {
  "chapter-v": "capítulo V del RGPD y sus equivalentes británico y suizo",
  "appropriate-safeguards":
    "arts. 44 y 46 RGPD, arts. 44A y 46 RGPD del Reino Unido, art. 16 LPD suiza: sin decisión de adecuación, una transferencia requiere garantías adecuadas",
  establishment:
    "Directrices 05/2021 del CEPD: se transfiere a quien recibe los datos en un tercer país, dondequiera que estén sus servidores",
  "dpf-decision":
    "Decisión de Ejecución (UE) 2023/1795, art. 1, y sus equivalentes británico y suizo: entidades certificadas de Estados Unidos",
  "dpf-principles": "principios del Marco de Privacidad de Datos: la certificación se renueva cada año",
  "dpf-appeal":
    "asunto C-703/25 P: la sentencia que confirmó la decisión relativa al Marco entre la UE y Estados Unidos está recurrida en casación",
  adequacy: "art. 45 RGPD, art. 45A RGPD del Reino Unido, anexo 1 de la Ordenanza suiza de Protección de Datos",
  "derogation-documented": "art. 49.1 y 49.6 RGPD: la excepción invocada se documenta",
  "derogation-occasional":
    "art. 49 y considerando 111 RGPD, art. 49 RGPD del Reino Unido, art. 17 LPD suiza, Directrices 2/2018 del CEPD: el art. 49, apartado 1, letras b), c) y e), es para transferencias ocasionales; toda excepción se interpreta de forma restrictiva",
  addendum: "adenda británica y reconocimiento de las cláusulas por el FDPIC: ambos modifican las cláusulas de la UE",
  modules: "Decisión de Ejecución (UE) 2021/914: cuatro módulos, según la función de las partes",
  approval: "art. 46.2.b), e) y f) y art. 46.3.a) RGPD: una autoridad los aprueba",
  identity:
    "Dictamen 22/2024 del CEPD: nombre, dirección y persona de contacto de cada encargado, fácilmente disponibles",
  contract: "art. 28.3 RGPD: el tratamiento por un encargado se rige por un contrato",
  "law-changes":
    "art. 45.3 a 45.5 RGPD: las decisiones de adecuación se revisan y pueden derogarse, modificarse o suspenderse",
  "intended-changes":
    "art. 28.2 RGPD: se informa al responsable de los cambios previstos y este puede oponerse a dichos cambios",
  guarantees:
    "art. 28.1 RGPD, Directrices 07/2020 del CEPD: las garantías de un encargado son suficientes en todo momento y se verifican periódicamente",
  "contract-contents": "art. 28.3 RGPD: el contrato establece el tipo de datos personales",
  "working-days":
    "Reglamento (CEE, Euratom) n.º 1182/71, art. 2: son días hábiles todos los que no sean feriados, domingos o sábados",
};
