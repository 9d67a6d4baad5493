/** The French sentences of the start and end reports: see ../messages.fr.ts. */
export const reportFr = {
  report: {
    startTitle: 'Bilan de premier cours',
    endTitle: 'Bilan de fin de mission',
  },
};
