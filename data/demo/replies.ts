import type { DeskId } from '../desks/types';

interface DemoReply {
  readonly deskId: DeskId;
  readonly title: string;
  readonly text: string;
  readonly category: string | null;
  /** Ids in knowledge/facts.tsv of what it states. */
  readonly facts: readonly string[];
}

const received = (deskId: DeskId): DemoReply => ({
  deskId,
  title: 'Bien reçu',
  text: 'Bonjour {firstName},\n\nvotre demande {reference} est bien arrivée. Je la regarde et je vous réponds ici.\n\n{advisor}',
  category: null,
  facts: [],
});

const moreNeeded = (deskId: DeskId): DemoReply => ({
  deskId,
  title: 'Il me manque une précision',
  text: 'Bonjour {firstName},\n\npour avancer sur « {subject} », pouvez-vous m’envoyer une capture de ce que vous voyez ?\n\n{advisor}',
  category: null,
  facts: [],
});

/** Replies that the demo's desks use again. They state what the sources state, and nothing else. */
export const DEMO_REPLIES: readonly DemoReply[] = [
  received('abc'),
  moreNeeded('abc'),
  {
    deskId: 'abc',
    title: 'Coupons saisis après la fin du mois',
    text: 'Bonjour {firstName},\n\nles coupons d’un mois se saisissent avant que ce mois se termine. Des heures saisies plus tard ne comptent pas dans la paie du mois suivant.\n\n{advisor}',
    category: 'coupon',
    facts: ['A042', 'A044'],
  },
  {
    deskId: 'abc',
    title: 'Où changer l’IBAN',
    text: 'Bonjour {firstName},\n\nl’IBAN de votre salaire se change vous-même : dans votre profil, à la partie des paramètres de virement. N’envoyez pas le numéro ici.\n\n{advisor}',
    category: 'account',
    facts: ['A023'],
  },
  received('ogestion'),
  moreNeeded('ogestion'),
  {
    deskId: 'ogestion',
    title: 'Où voir le détail d’un virement',
    text: 'Bonjour {firstName},\n\nvos avis de virement se consultent dans la rubrique des paiements. Ouvrez le virement qui vous intéresse pour en voir le détail.\n\n{advisor}',
    category: 'payment',
    facts: ['G022', 'G023'],
  },
  received('oc-mentor'),
  moreNeeded('oc-mentor'),
  {
    deskId: 'oc-mentor',
    title: 'Facture payée, virement pas encore arrivé',
    text: 'Bonjour {firstName},\n\nquand votre facture est « payée », le virement est parti ; le délai de votre banque s’y ajoute. Si rien n’est arrivé au bout de plus d’une semaine, répondez-moi ici ({reference}).\n\n{advisor}',
    category: 'payment',
    facts: ['M092', 'M094'],
  },
  {
    deskId: 'oc-mentor',
    title: 'Facture en cours',
    text: 'Bonjour {firstName},\n\nvotre facture est « en cours » : le paiement approche. Vérifiez d’ici là que vos informations de facturation sont complètes.\n\n{advisor}',
    category: 'payment',
    facts: ['M095'],
  },
  received('oc-coach'),
  moreNeeded('oc-coach'),
  {
    deskId: 'oc-coach',
    title: 'Étudiant injoignable',
    text: 'Bonjour {firstName},\n\nmerci de l’avoir signalé. Avez-vous essayé de le joindre au moins trois fois ? Confirmez-le-moi avec son nom : il pourra alors être retiré de votre liste.\n\n{advisor}',
    category: 'student-absent',
    facts: ['C016', 'C017', 'C018'],
  },
];
