/** A telephone number as people read it: French ones in pairs, others as they were given. */
export const phoneText = (phone: string): string =>
  /^0\d{9}$/.test(phone) ? phone.replace(/(\d\d)(?=\d)/g, '$1 ') : phone;
