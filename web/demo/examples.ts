import type { DemoRecords } from './api';

const pupil = (records: DemoRecords | null): string => records?.assignments.at(-1)?.pupil ?? "l'élève";
const student = (records: DemoRecords | null): string =>
  records?.students.find(({ active }) => active)?.name.split(' ')[0] ?? 'mon étudiant';

/** Sentences to try, as people type them, with names of the person's own records. */
export function examplesFor(desk: string, records: DemoRecords | null): readonly string[] {
  switch (desk) {
    case 'abc':
      return [
        'jai pa été payé ce mois ci',
        `cours avec ${pupil(records)} hier de 14h à 16h`,
        'un rdv demain matin par téléphone',
        'il me reste combien de coupons ?',
      ];
    case 'ogestion':
      return [
        'mon dossier est accepté mais tjs pas réglé',
        "je n'arrive plus à me connecter",
        'comment vérifier notre iban',
        "parler à quelqu'un svp",
      ];
    case 'oc-mentor':
      return [
        'jai pas recu mon paiement',
        `2 absences de suite pour ${student(records)}`,
        'ma session est bloquée, je peux pas la clôturer',
        'je voudrais faire une pause en janvier',
      ];
    default:
      return [
        'facture payée mais rien sur mon compte',
        `impossible de joindre ${student(records)}, 3 essais`,
        'je voudrais transférer un étudiant',
        'je voudrais faire une pause en janvier',
      ];
  }
}
