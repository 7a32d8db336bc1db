/**
 * What is wrong with a field, as people are told it, by what the API says of it; `*` stands for whatever is there, and is
 * given to the words in its order.
 */
export const faults = {
  "is required; the earliest is *": (date: string) => `Please give a date: the earliest is ${date}.`,
  "is required: say why it remains": () =>
    "Please say why the change remains: the mail goes out at once, and nothing can be added to it later.",
  "is required*": () => "Please fill this in.",
  "must not be empty": () => "Please fill this in.",
  "give the text in at least one language": () => "Please fill this in, in one language at least.",
  "must be a number": () => "Please give a whole number, in figures.",
  "must be a whole number": () => "Please give a whole number, in figures.",
  "must be at most * character*": (max: string) => `This is too long: at most ${max} characters.`,
  "must be at most * entr*": (max: string) => `These are too many: at most ${max}.`,
  "must be at least * entr*": (min: string) => `Please choose at least ${min}.`,
  "must be UTF-8, without control, invisible, text-direction or stacked characters": () =>
    "This has characters that cannot be seen. Please type it anew instead of pasting it.",
  "must be a text, or an object of texts by language *": () =>
    "This is too long, or has characters that cannot be seen.",
  "must be a text, an object of texts by language, or *": () => "Please check the texts; and the years, from 1 to 100.",
  "must be an http or https address": () =>
    "This is not a web address. It should look like https://company.example/page.",
  "must be lower-case letters, digits and single hyphens": () => "Please use letters, digits and hyphens.",
  "must be a date that exists, as YYYY-MM-DD": () => "This is not a date. Please write it like 26 December 2026.",
  "must be an IANA time zone, such as Europe/Paris": () => "There is no such time zone.",
  'must be an ISO 3166-1 alpha-2 country code, "EU", *': () =>
    "Please choose a country or area; a town goes into the details of the place.",
  "must be an ISO 3166-1 *": () => "Please choose a country.",
  "must be visible characters without spaces, and not a dot or two": () => "Please leave out spaces.",
  "must be allowed, not-allowed, or a period": () => "Please choose what an emergency shortens.",
  "must not name a regime twice": () => "One is chosen twice.",
  "is told of the dpf alone: no other tool is a company's certification": () =>
    "Only of the Data Privacy Framework can a company be named.",
  "must not name a language twice": () => "One is chosen twice.",
  "must be one of the locales": () => "Please choose one of the languages above.",
  "must not stand beside *": () => "Please give only one of the two.",
  "is one of days: weeks and months are calendar": () => "Please choose what is counted.",
  "is a contact named before": () => "This person is named twice.",
  '"*" names two *': () => "There is another of this name.",
  '"*" is used twice': () => "There is another of this name.",
  '"*" is still named by * customer*': (_key: string, customers: string) =>
    customers === "1" ? "A customer still has it." : `${customers} customers still have it.`,
  '"*" is still named by *': (_key: string, vendor: string) => `${vendor} still names it.`,
  "must be * or earlier: * years ahead": (date: string, years: string) =>
    `At the latest ${date}: ${years} years ahead.`,
  "must be after *, the last day to object until now": (date: string) =>
    `Please give a day after ${date}, the last day to object until now.`,
  "must be before *, when a change takes effect": (date: string) =>
    `Please give a day before ${date}, when a change takes effect.`,
  "must be a customer whom the change set concerns": () => "Please choose a customer whom the change concerns.",
  "names several customers": () => "Several customers have this in their name: please choose one, or type more of it.",
  "is not taken: a correction of the list asks for no approval": () => "A correction of the list asks for no approval.",
  "must be one of these here: *": () => "Please choose one of what is offered.",
  "cannot be derived from this name: give one": () =>
    "Please give an address in Latin letters: none can be made of this name.",
  "is that of another change set": () => "Another change has this reference.",
  "takes a person or key that has not written the draft": () =>
    "Another person than who wrote the draft has to do this.",
  "is in no contact, name or note of this vendor": () => "This stands nowhere in what is published of the vendor.",
  "is the vendor's own name": () => "This is the vendor’s own name.",
  "is logged for ever: leave the value out": () =>
    "The reason stays in the log for ever: please leave out what is to be erased.",
  "must be from * to *": (from: string, to: string) => `Please give a date from ${from} to ${to}.`,
  "must be * or later": (date: string) => `The earliest is ${date}.`,
  "must be * or later, *": (date: string) => `The earliest is ${date}.`,
  "must be today or later": () => "This day is over.",
  "must be today or earlier": () => "This day is still to come.",
  "must be in the future": () => "This is over.",
  "must not be a day to come": () => "This day is still to come.",
  "must not be before the day of the announcement": () => "This is before the day of the announcement.",
  "must be after *, the day it was to take effect": (date: string) => `Please give a day after ${date}.`,
  "is later than today, which is *": () => "This day is still to come.",
  "is not a * of the organisation": () => "The organisation does not have this.",
  "is not among those of the service": () => "The service is not for this.",
  '"*" is what "*" was called': () => "Something else was called this before.",
  '"*" is taken': () => "This is taken.",
  "is needed": () => "Please say which column of the file this is.",
  "is a column already": () => "Two columns are said to be this.",
  "is not a column here": () => "This is not known here.",
  "is the name of several customers": () =>
    "Several customers have this name: a column with your own ids tells them apart.",
  "follows the id of another customer": () =>
    "Another customer has the id that would follow from this name: a column with your own ids tells them apart.",
  "is of a period without days": () => "There is no number of days.",
  "is not UTF-8; save the file in that encoding": () =>
    "This has characters that cannot be read. Save the file as CSV in UTF-8.",
  "has a quote that is not around a whole field, or is not closed": () =>
    "There is a quotation mark that is not around a whole cell, or is not closed.",
  "has * cells where the first line has *": (cells: string, columns: string) =>
    `This line has ${cells} cells where the first has ${columns}.`,
  "differs from line *, which names the same *": (line: string) => `Line ${line} says otherwise of the same one.`,
  "is a contact of the customer on line * already": (line: string) => `Line ${line} names the same contact.`,
  "must be such as *": (examples: string) => `Please write it like one of these: ${examples}.`,
  "is a part of *": () => "The file says this in two ways.",
  "begins a record of more than * characters": (most: string) =>
    `A line beginning here has more than ${most} characters: a quotation mark may not be closed.`,
  "is another customer's": () => "Another customer has this id. If both are meant, give this one another.",
  "is another user's": () => "Another user has this address.",
  "is a subscriber already": () => "This address is told already.",
  "must be an e-mail address": () => "This is not an e-mail address. It should look like name@company.example.",
  "must have only ASCII letters before the @: *": () => "Before the @, only letters without accents can be written to.",
  "is not the id of a decision or mechanism": () => "Please choose a rule of the law.",
  "must be after *, when the rule began": (date: string) => `Please give a day after ${date}, when the rule began.`,
  "must be * or earlier, when the rule ends anyway": (date: string) =>
    `The rule ends on ${date} anyway: please give an earlier day.`,
  "must be after the day it starts on": () => "Please give a day after the one on which it begins.",
  '"*" is named twice': () => "This is named twice.",
  '"*" is covered by * then: end that first': () => "Another decision covers this country then: end that first.",
  "there is no amendment of this number": () => "There is no such amendment.",
  "took another back: make that one anew instead": () => "This took another back: make that one anew instead.",
  "has been taken back already": () => "This has been taken back already.",
  'is what "*" of the file is': (name: string) => `That is ${name} of the file: each is another vendor.`,
  "names no vendor": () => "No vendor was found in the file.",
  "has more than * bytes": () => "The file is too large: at most 5 MB.",
  "has more than * rows": (most: string) => `The file has more than ${most} rows: no list has.`,
  "has more than * columns, at *": (most: string) => `A table of the file has more than ${most} columns.`,
  "has a cell of more than * characters, at *": (most: string, at: string) =>
    `A cell has more than ${most} characters (${at}).`,
  "has the key * twice in one object": (key: string) => `The file says ${key} twice of the same thing.`,
  "has more than *": () => "The file holds more than any list does.",
  "has aliases of nothing, or *": () => "The file refers to parts that it does not have.",
  "is a PDF: *": () => "This is a PDF. Copy its table into a spreadsheet, or bring what it was made from.",
  "is a workbook of Excel before 2007, *": () =>
    "This workbook is of an old Excel, or locked with a password. Please save it as XLSX, without a password.",
  "is RTF: *": () => "This is RTF. Please save it as HTML or XLSX.",
  "is compressed: unpack it": () => "This file is compressed: please unpack it.",
  "is an image": () => "This is an image.",
  "is no text: *": () => "This is no text. Please choose the format that it is in, or save it as text.",
  "is no YAML: *": (why: string) => `This cannot be read as YAML: ${why}.`,
  "is no JSON: *": (why: string) => `This cannot be read as JSON: ${why}.`,
  "is no XLSX workbook": () => "This is no Excel workbook (XLSX).",
  "is no XLSX workbook, though its name says so": () => "This is no Excel workbook (XLSX), though its name says so.",
  "is a workbook or another archive, not *": () => "This is a workbook or an archive: please choose another format.",
  "is not a field here": () => "This is not known here.",
  "must be an https address": () => "This is not a secure web address. It should look like https://company.example.",
  "must be a colour such as *": (example: string) => `This is not a colour. Please write it like ${example}.`,
  "must be at most * KiB": (most: string) => `The file is too large: at most ${most} KiB.`,
  "must be at most * by * pixels": (width: string, height: string) =>
    `The image is too large: at most ${width} by ${height} pixels.`,
  "must be a PNG or an SVG image": () => "This is neither a PNG nor an SVG image.",
  "is a PNG that is broken or cut short": () => "The image cannot be read: please save it as PNG anew.",
  "is no well-formed SVG, in line *": (line: string) =>
    `The image cannot be read, from line ${line} on: please save it as SVG anew.`,
  "must not declare entities, in its DOCTYPE": () =>
    "The image has a part that is not taken, for safety. Please save it as plain or optimised SVG.",
  'must be an <svg> with xmlns="http://www.w3.org/2000/svg"': () => "This is no SVG image.",
  "must have a viewBox, or a width and a height in pixels": () =>
    "The image does not say how large it is: please save it with a width and a height.",
  "must not have more than * elements": () => "The image is too complicated. Please simplify it, or take a PNG.",
  "must not draw more than * shapes, or refer to itself": () =>
    "The image is too complicated. Please simplify it, or take a PNG.",
  "has too many rules of style": () => "The image is too complicated. Please simplify it, or take a PNG.",
  "is too long once its styles stand where they apply": () =>
    "The image is too complicated. Please simplify it, or take a PNG.",
  "draws nothing but what cannot be kept": () =>
    "Nothing of this image can be shown safely. Please save it with its shapes as paths, or take a PNG.",
  "must be at most *": (max: string) => `At most ${max}.`,
  "must be at least *": (min: string) => `At least ${min}.`,
  "must be one of *": () => "Please choose one of what is offered.",
  "must be a text": () => "Please check this.",
  "must be a list": () => "Please check this.",
  "must be an object": () => "Please check this.",
  "must be true or false": () => "Please check this.",
  "is none of what may stand here": () => "Please check this.",
  "is not written as it has to be": () => "Please check this.",
};
