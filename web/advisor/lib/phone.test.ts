import { phoneText } from './phone';

test.each([
  ['0639980112', '06 39 98 01 12'],
  ['06 39 98 01 12', '06 39 98 01 12'],
  ['+33639980112', '+33639980112'],
  ['063998', '063998'],
])('%s reads %s', (given, shown) => {
  expect(phoneText(given)).toBe(shown);
});
