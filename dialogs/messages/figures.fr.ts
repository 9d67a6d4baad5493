/** The French words of the files that the figures page exports: see ../messages.fr.ts. */
export const figuresFr = {
  figuresExport: {
    columns: {
      categories: { desk: 'Guichet', category: 'Catégorie', messages: 'Messages', tickets: 'Demandes' },
      days: {
        day: 'Jour',
        messages: 'Messages',
        visits: 'Visites',
        withoutTicket: 'Visites sans demande',
        tickets: 'Demandes',
      },
      hours: { hour: 'Heure', messages: 'Messages' },
      times: {
        priority: 'Priorité',
        tickets: 'Demandes',
        replied: 'Premières réponses',
        repliedInTime: 'Premières réponses dans les délais',
        replyMinutes: 'Première réponse, médiane (minutes ouvrées)',
        solved: 'Résolues',
        solvedInTime: 'Résolues dans les délais',
        solveMinutes: 'Résolution, médiane (minutes ouvrées)',
      },
      backlog: { age: 'Déposée depuis', ours: 'À traiter', waiting: 'En attente du demandeur' },
      articles: { topic: 'Sujet', title: 'Article', helpful: 'Utile', not: 'Pas utile' },
    },
    unknown: 'Sujet non reconnu',
    priorities: { low: 'Basse', normal: 'Normale', high: 'Haute', urgent: 'Urgente' },
    ages: {
      'under-a-day': "moins d'un jour",
      'one-to-three-days': '1 à 3 jours',
      'three-to-seven-days': '3 à 7 jours',
      'over-a-week': "plus d'une semaine",
    },
  },
};
