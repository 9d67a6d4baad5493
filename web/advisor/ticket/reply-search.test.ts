import { asksForReplies, matching, unfilledIn } from './reply-search';

const REPLIES = [
  { title: 'Bien reçu', text: 'Votre virement est en cours.' },
  { title: 'Délai de virement', text: 'Bonjour {firstName}' },
  { title: 'Absence', text: 'Je reviens lundi.' },
];

test.each([
  ['', ['Bien reçu', 'Délai de virement', 'Absence']],
  ['virement', ['Délai de virement', 'Bien reçu']],
  ['DELAI vir', ['Délai de virement']],
  ['lundi', ['Absence']],
  ['rien', []],
])('"%s" finds %j', (query, titles) => {
  expect(matching(REPLIES, query).map(({ title }) => title)).toEqual(titles);
});

test.each([
  ['Bonjour {firstName}, {reference}, {firstName}', ['{firstName}', '{reference}']],
  ['{ prénom }', ['{ prénom }']],
  ['un objet {} ou { "a": 1 }', []],
])('in "%s" stand %j', (text, fields) => {
  expect(unfilledIn(text)).toEqual(fields);
});

test.each([
  ['/', 1, true],
  ['Bonjour /', 9, true],
  ['Bonjour\n/', 9, true],
  ['14/', 3, false],
  ['https:/', 7, false],
  ['/ab', 3, false],
])('a slash in %j at %i', (text, caret, asks) => {
  expect(asksForReplies(text, caret)).toBe(asks);
});
