import { hostOf } from './meeting-link';

test.each([
  ['https://teams.microsoft.com/l/meetup-join/x', 'teams.microsoft.com'],
  ['  https://visio.exemple.fr/salle?a=1  ', 'visio.exemple.fr'],
  ['http://visio.exemple.fr', null],
  ['javascript:alert(1)', null],
  ['https://teams.microsoft.com@evil.example/', null],
  ['https://localhost/', null],
  ['visio.exemple.fr', null],
  ['', null],
])('%s leads to %s', (address, host) => {
  expect(hostOf(address)).toBe(host);
});
