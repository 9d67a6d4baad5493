/** The French sentences of a chat that an advisor answers herself: see ../messages.fr.ts. */
export const liveFr = {
  live: {
    taken: (name: string, reference: string) =>
      `${name}, qui suit votre demande ${reference}, vous répond ici. L'assistant se tait : vous lui écrivez directement.`,
    toAssistant: "Parler à l'assistant",
    busy: (name: string) =>
      `${name} vous répond ici en ce moment, et l'assistant ne fait rien. Pour continuer avec l'assistant, choisissez « Parler à l'assistant ».`,
    emergency: (name: string) =>
      `Si l'urgence est immédiate, appelez les secours ou quelqu'un près de vous. ${name} lit ce que vous écrivez.`,
    back: "Vous parlez à l'assistant. Que puis-je faire pour vous ?",
    backInForm: "Vous parlez à l'assistant. Nous reprenons où nous en étions.",
    notTaken: (name: string, reference: string) =>
      `Votre message n'a pas pu être ajouté à la demande ${reference}, mais ${name} le lit ici.`,
    ended: {
      advisor: (name: string) => `${name} a terminé ici : l'assistant vous répond de nouveau.`,
      silence: (name: string, reference: string) =>
        `Personne n'a écrit depuis un moment : l'assistant vous répond de nouveau. ${name} suit toujours votre demande ${reference}.`,
      offline: (name: string, reference: string) =>
        `${name} n'est plus en ligne : l'assistant vous répond de nouveau. Votre demande ${reference} reste ouverte, et la réponse arrivera ici.`,
      settled: (_name: string, reference: string) =>
        `Votre demande ${reference} est traitée : l'assistant vous répond de nouveau.`,
    },
  },
};
