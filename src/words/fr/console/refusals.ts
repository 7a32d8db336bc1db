import type { ConsoleDictionary } from "../../dictionary.ts";

export const refusals: ConsoleDictionary["screens"]["refusals"] = {
  "not-found": "Il n’y a plus rien ici.",
  "invalid-request": "Veuillez vérifier votre saisie.",
  "not-a-draft": "Ceci a déjà été annoncé\u00a0: ce n’est plus un projet.",
  "not-announced": "Ceci n’a pas été annoncé.",
  "already-effective": "C’est déjà en vigueur.",
  "later-change-exists": "Un changement ultérieur du même prestataire s’appuie sur celui-ci. Retirez d’abord celui-là.",
  "empty-change-set": "Ce projet ne contient rien à annoncer.",
  "approval-required": "Une autre personne que l’auteur du changement doit l’approuver, ou le faire.",
  "findings-not-accepted":
    "Un point contredit la loi ou se contredit lui-même, ou un transfert n’est pas couvert. Acceptez-le en indiquant pourquoi, ou corrigez-le.",
  "draft-changed": "Quelqu’un a modifié le projet depuis que vous l’avez ouvert.",
  "recipients-changed":
    "Entre-temps, le nombre de personnes à informer n’est plus celui que vous avez lu. Rien n’a été envoyé.",
  "own-draft": "Vous avez écrit dans ce projet\u00a0: une autre personne doit l’approuver.",
  "not-awaiting-approval": "Ceci n’attend l’autorisation de personne.",
  "vendor-changed-since":
    "Une annonce plus récente a modifié ce prestataire. Regardez ce qu’il est désormais, puis enregistrez de nouveau.",
  "earlier-than-pending-change":
    "Un autre changement annoncé de ce prestataire prend effet plus tard que ne le ferait celui-ci.",
  "effective-date-too-early": "À cette date, un délai de préavis ou d’objection n’est pas écoulé.",
  "effective-date-in-the-past": "Cette date est passée.",
  "no-effective-date": "Veuillez indiquer une date.",
  "not-an-empty-registry": "Quelque chose a déjà été annoncé.",
  "nothing-changed": "Rien ne changerait.",
  "slug-taken": "Un autre prestataire a cette adresse.",
  "reference-taken": "Un autre changement porte cette référence.",
  "vendor-not-listed": "Ce prestataire n’est pas dans la liste.",
  "stale-version": "Quelqu’un a enregistré cette page depuis que vous l’avez ouverte.",
  "last-admin-key": "C’est la dernière clé qui permette d’administrer\u00a0: elle ne peut pas être révoquée.",
  "own-role": "Personne ne se retire le droit d’administrer\u00a0: un autre administrateur doit le faire.",
  "idempotency-key-reused": "Ceci a été envoyé deux fois.",
  unauthenticated: "Veuillez vous connecter.",
  "insufficient-scope": "Votre rôle ne le permet pas.",
  "email-taken": "Quelqu’un d’autre a cette adresse.",
  "not-an-objection": "Seule une objection ou une question peut être traitée.",
  "already-resolved": "Ceci a déjà été traité.",
  "nobody-was-told": "Personne n’a été informé de ce changement.",
  "answered-too-often": "Il y a trop de réponses en un seul jour.",
  "batch-not-uncertain": "Le sort de ces messages est désormais connu.",
  "malformed-csv": "Ce fichier ne peut pas être lu comme un fichier CSV.",
  "plan-applied": "Ceci a déjà été mis dans un projet.",
  "plan-stale": "La liste a changé depuis la comparaison. Comparez de nouveau, et lisez ce qui en résulte.",
  "plan-unsure": "Il reste des questions sans réponse.",
  "removals-not-allowed": "Cela retire tant de prestataires que vous devez en indiquer le nombre.",
  "unreadable-file": "Ce fichier ne peut pas être lu comme une liste.",
};

export const problems: ConsoleDictionary["screens"]["problems"] = {
  title: "Cela n’a pas fonctionné",
  other: "Ce qui a été envoyé ne peut pas être lu. Rien n’a été fait.",
  "method-not-allowed": "Il n’y a plus rien ici.",
  "body-too-large": "C’est plus que ce qui peut être reçu en une fois. Rien n’a été fait.",
  "too-many-requests": "Il y a trop de demandes. Patientez un instant, puis réessayez.",
  "internal-error":
    "Une erreur s’est produite ici. Réessayez\u00a0; si elle persiste, informez la personne qui exploite le registre.",
  "database-unavailable": "Le registre est momentanément inaccessible. Réessayez dans un instant.",
};
