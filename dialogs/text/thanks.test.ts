import { isPlainThanks } from './thanks';

test.each([
  'merci',
  'Merci !!',
  'merciiii',
  'mrc bcp',
  'ok merci',
  'Parfait, merci beaucoup',
  'super merci a vous',
  'Merci beaucoup pour votre réponse',
  'merci pour votre réactivité, bonne journée',
  'Merci infiniment pour ton aide et bon week-end',
  'un grand merci :)',
  'merci d’avance',
  'Merci Madame, bonne soirée à vous aussi',
  'thanks',
  'Thank you so much for your help!',
])('« %s » says nothing else', (text) => {
  expect(isPlainThanks(text)).toBe(true);
});

test.each([
  'merci mais toujours rien',
  'oui merci',
  'non merci',
  'merci de me rappeler',
  'merci, et pour octobre ?',
  'ok pour le 3 merci',
  'merci de vérifier mon IBAN',
  'ok',
  'd’accord',
  'bonne journée',
  'merci c’est pas ça',
  'merci à Léa',
  '',
])('« %s » says something else', (text) => {
  expect(isPlainThanks(text)).toBe(false);
});
