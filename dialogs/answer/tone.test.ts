import { toneOf } from './tone';

test.each([
  ['in-danger', "j'ai envie d'en finir"],
  ['in-danger', "je veux en finir avec tout ça, je n'ai plus envie de vivre"],
  ['in-danger', 'i want to die'],
  ['distressed', "je n'en peux plus, je suis à bout"],
  ['distressed', "j'ai plus de quoi payer mon loyer ce mois ci"],
  ['insulting', 'vous êtes vraiment nuls'],
  ['insulting', "bande d'incapables"],
  ['insulting', 'bot de merde, où sont mes fiches de paie'],
  ['annoyed', 'ENCORE UNE FOIS RIEN REÇU'],
  ['annoyed', "j'en ai marre d'attendre"],
  ['annoyed', 'toujours rien reçu'],
  ['calm', 'je veux en finir avec ces coupons'],
  ['calm', "je voudrais en finir avec la saisie d'hier"],
  ['calm', 'mon étudiant a du retard'],
  ['calm', 'je suis en pause'],
])('%s: %s', (tone, text) => expect(toneOf(text)).toBe(tone));
