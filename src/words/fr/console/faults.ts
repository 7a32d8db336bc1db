import type { ConsoleDictionary } from "../../dictionary.ts";

export const faults: ConsoleDictionary["screens"]["faults"] = {
  "is required; the earliest is *": (date) => `Veuillez indiquer une date\u00a0: au plus tôt le ${date}.`,
  "is required: say why it remains": () =>
    "Veuillez dire pourquoi le changement est maintenu\u00a0: le message part aussitôt, et rien ne peut y être ajouté ensuite.",
  "is required*": () => "Veuillez remplir ce champ.",
  "must not be empty": () => "Veuillez remplir ce champ.",
  "give the text in at least one language": () => "Veuillez remplir ce champ dans une langue au moins.",
  "must be a number": () => "Veuillez indiquer un nombre entier, en chiffres.",
  "must be a whole number": () => "Veuillez indiquer un nombre entier, en chiffres.",
  "must be at most * character*": (max) => `C’est trop long\u00a0: ${max} caractères au plus.`,
  "must be at most * entr*": (max) => `Il y en a trop\u00a0: ${max} au plus.`,
  "must be at least * entr*": (min) => `Veuillez en choisir au moins ${min}.`,
  "must be UTF-8, without control, invisible, text-direction or stacked characters": () =>
    "Ce texte contient des caractères invisibles. Veuillez le saisir au clavier plutôt que de le coller.",
  "must be a text, or an object of texts by language *": () =>
    "Ce texte est trop long, ou contient des caractères invisibles.",
  "must be a text, an object of texts by language, or *": () =>
    "Veuillez vérifier les textes, et les années, de 1 à 100.",
  "must be an http or https address": () =>
    "Ce n’est pas une adresse web. Elle doit ressembler à https://entreprise.example/page.",
  "must be lower-case letters, digits and single hyphens": () =>
    "Veuillez n’utiliser que des lettres, des chiffres et des tirets.",
  "must be a date that exists, as YYYY-MM-DD": () =>
    "Ce n’est pas une date. Veuillez l’écrire ainsi\u00a0: 26 décembre 2026.",
  "must be an IANA time zone, such as Europe/Paris": () => "Ce fuseau horaire n’existe pas.",
  'must be an ISO 3166-1 alpha-2 country code, "EU", *': () =>
    "Veuillez choisir un pays ou une zone\u00a0; une ville s’indique dans les précisions sur le lieu.",
  "must be an ISO 3166-1 *": () => "Veuillez choisir un pays.",
  "must be visible characters without spaces, and not a dot or two": () => "Veuillez ne pas mettre d’espace.",
  "must be allowed, not-allowed, or a period": () => "Veuillez choisir ce qu’une urgence raccourcit.",
  "must not name a regime twice": () => "L’un d’eux est choisi deux fois.",
  "is told of the dpf alone: no other tool is a company's certification": () =>
    "Une entreprise ne peut être nommée que pour le Data Privacy Framework.",
  "must not name a language twice": () => "L’une d’elles est choisie deux fois.",
  "must be one of the locales": () => "Veuillez choisir l’une des langues ci-dessus.",
  "must not stand beside *": () => "Veuillez n’indiquer que l’un des deux.",
  "is one of days: weeks and months are calendar": () => "Veuillez choisir ce qui est compté.",
  "is a contact named before": () => "Cette personne est nommée deux fois.",
  '"*" names two *': () => "Un autre porte ce nom.",
  '"*" is used twice': () => "Un autre porte ce nom.",
  '"*" is still named by * customer*': (_key, customers) =>
    customers === "1" ? "Un client l’a encore." : `${customers} clients l’ont encore.`,
  '"*" is still named by *': (_key, vendor) => `${vendor} le cite encore.`,
  "must be * or earlier: * years ahead": (date, years) => `Au plus tard le ${date}\u00a0: dans ${years} ans.`,
  "must be after *, the last day to object until now": (date) =>
    `Veuillez indiquer un jour après le ${date}, dernier jour pour émettre une objection jusqu’ici.`,
  "must be before *, when a change takes effect": (date) =>
    `Veuillez indiquer un jour avant le ${date}, date d’effet d’un changement.`,
  "must be a customer whom the change set concerns": () => "Veuillez choisir un client que le changement concerne.",
  "names several customers": () =>
    "Plusieurs clients ont ces mots dans leur nom\u00a0: veuillez en choisir un, ou compléter.",
  "is not taken: a correction of the list asks for no approval": () =>
    "Une correction de la liste ne demande aucune autorisation.",
  "must be one of these here: *": () => "Veuillez choisir parmi ce qui est proposé.",
  "cannot be derived from this name: give one": () =>
    "Veuillez indiquer une adresse en lettres latines\u00a0: ce nom n’en donne aucune.",
  "is that of another change set": () => "Un autre changement porte cette référence.",
  "takes a person or key that has not written the draft": () =>
    "Une autre personne que l’auteur du projet doit le faire.",
  "is in no contact, name or note of this vendor": () =>
    "Ce texte ne figure nulle part dans ce qui est publié du prestataire.",
  "is the vendor's own name": () => "C’est le nom du prestataire lui-même.",
  "is logged for ever: leave the value out": () =>
    "Le motif reste dans le journal pour toujours\u00a0: veuillez ne pas y mettre ce qui doit être effacé.",
  "must be from * to *": (from, to) => `Veuillez indiquer une date du ${from} au ${to}.`,
  "must be * or later": (date) => `Au plus tôt le ${date}.`,
  "must be * or later, *": (date) => `Au plus tôt le ${date}.`,
  "must be today or later": () => "Ce jour est passé.",
  "must be today or earlier": () => "Ce jour est encore à venir.",
  "must be in the future": () => "Cette date est passée.",
  "must not be a day to come": () => "Ce jour est encore à venir.",
  "must not be before the day of the announcement": () => "C’est avant le jour de l’annonce.",
  "must be after *, the day it was to take effect": (date) => `Veuillez indiquer un jour après le ${date}.`,
  "is later than today, which is *": () => "Ce jour est encore à venir.",
  "is not a * of the organisation": () => "L’organisation n’a pas cet élément.",
  "is not among those of the service": () => "Le service ne le couvre pas.",
  '"*" is what "*" was called': () => "Autre chose portait ce nom auparavant.",
  '"*" is taken': () => "C’est déjà pris.",
  "is needed": () => "Veuillez indiquer quelle colonne du fichier c’est.",
  "is a column already": () => "Deux colonnes sont dites être celle-ci.",
  "is not a column here": () => "Cela n’est pas connu ici.",
  "is the name of several customers": () =>
    "Plusieurs clients portent ce nom\u00a0: une colonne avec vos identifiants les distingue.",
  "follows the id of another customer": () =>
    "Un autre client a l’identifiant qui serait tiré de ce nom\u00a0: une colonne avec vos identifiants les distingue.",
  "is of a period without days": () => "Il manque le nombre de jours.",
  "is not UTF-8; save the file in that encoding": () =>
    "Il y a des caractères illisibles. Enregistrez le fichier en CSV, codé en UTF-8.",
  "has a quote that is not around a whole field, or is not closed": () =>
    "Il y a un guillemet qui n’entoure pas une cellule entière, ou qui n’est pas fermé.",
  "has * cells where the first line has *": (cells: string, columns: string) =>
    `Cette ligne a ${cells} cellules, la première en a ${columns}.`,
  "differs from line *, which names the same *": (line: string) => `La ligne ${line} dit autre chose du même.`,
  "is a contact of the customer on line * already": (line: string) => `La ligne ${line} nomme le même contact.`,
  "must be such as *": (examples: string) => `Veuillez l’écrire comme l’un de ceux-ci\u00a0: ${examples}.`,
  "is a part of *": () => "Le fichier le dit de deux façons.",
  "begins a record of more than * characters": (most: string) =>
    `Une ligne qui commence ici a plus de ${most} caractères\u00a0: un guillemet n’est peut-être pas fermé.`,
  "is another customer's": () =>
    "Un autre client a cet identifiant. S’il s’agit bien de deux clients, donnez-en un autre à celui-ci.",
  "is another user's": () => "Un autre utilisateur a cette adresse.",
  "is a subscriber already": () => "Cette adresse reçoit déjà les messages.",
  "must be an e-mail address": () => "Ce n’est pas une adresse e-mail. Elle doit ressembler à nom@entreprise.example.",
  "must have only ASCII letters before the @: *": () =>
    "Avant le @, seules des lettres sans accent permettent l’envoi.",
  "is not the id of a decision or mechanism": () => "Choisissez une règle du droit.",
  "must be after *, when the rule began": (date) => `Indiquez un jour après le ${date}, début de la règle.`,
  "must be * or earlier, when the rule ends anyway": (date) =>
    `La règle prend de toute façon fin le ${date}\u00a0: indiquez un jour antérieur.`,
  "must be after the day it starts on": () => "Indiquez un jour après celui où elle commence.",
  '"*" is named twice': () => "Ceci est nommé deux fois.",
  '"*" is covered by * then: end that first': () =>
    "Une autre décision couvre alors ce pays\u00a0: mettez-y d’abord fin.",
  "there is no amendment of this number": () => "Cet ajout n’existe pas.",
  "took another back: make that one anew instead": () =>
    "Il en retirait un autre\u00a0: faites plutôt celui-ci de nouveau.",
  "has been taken back already": () => "Cet ajout a déjà été retiré.",
  'is what "*" of the file is': (name) => `C’est ${name} dans le fichier\u00a0: chacun est un autre prestataire.`,
  "names no vendor": () => "Aucun prestataire n’a été trouvé dans le fichier.",
  "has more than * bytes": () => "Le fichier est trop lourd\u00a0: 5\u00a0Mo au plus.",
  "has more than * rows": (most) => `Le fichier a plus de ${most} lignes\u00a0: aucune liste n’en a autant.`,
  "has more than * columns, at *": (most) => `Un tableau du fichier a plus de ${most} colonnes.`,
  "has a cell of more than * characters, at *": (most, at) => `Une cellule a plus de ${most} caractères (${at}).`,
  "has the key * twice in one object": (key) => `Le fichier indique deux fois ${key} pour la même chose.`,
  "has more than *": () => "Le fichier contient plus que n’importe quelle liste.",
  "has aliases of nothing, or *": () => "Le fichier renvoie à des parties qu’il n’a pas.",
  "is a PDF: *": () => "C’est un PDF. Copiez son tableau dans un tableur, ou apportez ce dont il a été tiré.",
  "is a workbook of Excel before 2007, *": () =>
    "Ce classeur vient d’un ancien Excel, ou un mot de passe le protège. Enregistrez-le en XLSX, sans mot de passe.",
  "is RTF: *": () => "C’est du RTF. Enregistrez-le en HTML ou en XLSX.",
  "is compressed: unpack it": () => "Ce fichier est compressé\u00a0: décompressez-le.",
  "is an image": () => "C’est une image.",
  "is no text: *": () => "Ce n’est pas du texte. Choisissez son format, ou enregistrez-le sous forme de texte.",
  "is no YAML: *": (why) => `Ceci n’est pas lisible comme YAML\u00a0: ${why}.`,
  "is no JSON: *": (why) => `Ceci n’est pas lisible comme JSON\u00a0: ${why}.`,
  "is no XLSX workbook": () => "Ce n’est pas un classeur Excel (XLSX).",
  "is no XLSX workbook, though its name says so": () =>
    "Ce n’est pas un classeur Excel (XLSX), bien que son nom l’indique.",
  "is a workbook or another archive, not *": () =>
    "C’est un classeur ou une archive\u00a0: choisissez un autre format.",
  "is not a field here": () => "Ce champ n’est pas connu ici.",
  "must be an https address": () =>
    "Ce n’est pas une adresse web sécurisée. Elle s’écrit comme https://societe.example.",
  "must be a colour such as *": (example) => `Ce n’est pas une couleur. Écrivez-la comme ${example}.`,
  "must be at most * KiB": (most) => `Le fichier est trop lourd\u00a0: ${most}\u00a0Kio au plus.`,
  "must be at most * by * pixels": (width, height) =>
    `L’image est trop grande\u00a0: ${width}\u00a0×\u00a0${height}\u00a0pixels au plus.`,
  "must be a PNG or an SVG image": () => "Ce n’est une image ni PNG ni SVG.",
  "is a PNG that is broken or cut short": () => "L’image est illisible\u00a0: enregistrez-la de nouveau au format PNG.",
  "is no well-formed SVG, in line *": (line) =>
    `L’image est illisible à partir de la ligne ${line}\u00a0: enregistrez-la de nouveau au format SVG.`,
  "must not declare entities, in its DOCTYPE": () =>
    "L’image contient une partie refusée par sécurité. Enregistrez-la au format SVG simple ou optimisé.",
  'must be an <svg> with xmlns="http://www.w3.org/2000/svg"': () => "Ce n’est pas une image SVG.",
  "must have a viewBox, or a width and a height in pixels": () =>
    "L’image n’indique pas sa taille\u00a0: enregistrez-la avec une largeur et une hauteur.",
  "must not have more than * elements": () => "L’image est trop complexe. Simplifiez-la, ou prenez un PNG.",
  "must not draw more than * shapes, or refer to itself": () =>
    "L’image est trop complexe. Simplifiez-la, ou prenez un PNG.",
  "has too many rules of style": () => "L’image est trop complexe. Simplifiez-la, ou prenez un PNG.",
  "is too long once its styles stand where they apply": () =>
    "L’image est trop complexe. Simplifiez-la, ou prenez un PNG.",
  "draws nothing but what cannot be kept": () =>
    "Rien de cette image ne peut être affiché sans risque. Enregistrez-la avec ses formes en tracés, ou prenez un PNG.",
  "must be at most *": (max) => `Au plus ${max}.`,
  "must be at least *": (min) => `Au moins ${min}.`,
  "must be one of *": () => "Veuillez choisir parmi ce qui est proposé.",
  "must be a text": () => "Veuillez vérifier ce champ.",
  "must be a list": () => "Veuillez vérifier ce champ.",
  "must be an object": () => "Veuillez vérifier ce champ.",
  "must be true or false": () => "Veuillez vérifier ce champ.",
  "is none of what may stand here": () => "Veuillez vérifier ce champ.",
  "is not written as it has to be": () => "Veuillez vérifier ce champ.",
};
