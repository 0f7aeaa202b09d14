import type { Dialogue } from "./types.ts";

export const fr: Dialogue = {
  customer: {
    opens: [
      "Bonjour, mon colis devait arriver lundi et il n’est toujours pas là.",
      "Bonjour, j’ai renvoyé ma commande il y a deux semaines et je n’ai pas été remboursée.",
      "Je déménage la semaine prochaine et je dois changer l’adresse de livraison.",
      "Il y a une erreur sur ma dernière facture : j’ai été prélevé deux fois.",
      "Je voudrais résilier mon abonnement, s’il vous plaît.",
      "J’aimerais prendre rendez-vous avec un technicien.",
    ],
    details: [
      "Le numéro de commande est {order}.",
      "J’ai déjà regardé dans mon compte, il n’y a rien de nouveau.",
      "Pouvez-vous vérifier encore une fois ?",
      "Oui, c’est la bonne adresse e-mail.",
      "C’est marqué « en cours », je ne sais pas ce que ça veut dire.",
    ],
    upset: [
      "Franchement, c’est la troisième fois que je demande.",
      "Ce n’est pas normal. Personne ne m’a rappelé.",
      "Je suis vraiment déçu de la façon dont ça s’est passé.",
    ],
    happy: ["Oh, c’était rapide !", "Parfait, c’est exactement ce qu’il me fallait.", "Super, merci d’avoir regardé."],
    bye: {
      good: "Formidable, merci beaucoup ! Bonne journée.",
      bad: "Bon. Mais je ne commanderai plus ici.",
      neutral: "D’accord, merci. Au revoir.",
    },
  },
  agent: {
    greets: "Bonjour, {agent} à votre écoute. Que puis-je faire pour vous ?",
    asks: [
      "Pouvez-vous me donner le numéro de commande ?",
      "Quelle adresse e-mail avez-vous utilisée ?",
      "Quand l’avez-vous remarqué pour la première fois ?",
    ],
    acts: [
      "Un instant, je regarde cela pour vous.",
      "Je vois la commande {order}.",
      "Merci d’avoir patienté, j’ai les informations.",
    ],
    solves: [
      [
        "Je suis désolé pour ce retard.",
        "Votre colis est au dépôt et part demain matin.",
        "Vous recevrez un message avec l’heure.",
      ],
      ["Votre retour est arrivé.", "Le remboursement a été validé aujourd’hui.", "Il faut trois à cinq jours ouvrés."],
      ["J’ai changé l’adresse.", "La commande {order} ira à votre nouveau domicile.", "Vous recevrez un e-mail."],
      [
        "Vous avez raison, un article a été facturé deux fois.",
        "J’ai annulé cette facture.",
        "La facture corrigée part aujourd’hui.",
      ],
      ["J’ai résilié l’abonnement.", "Il court jusqu’à la fin du mois.", "Rien ne sera prélevé ensuite."],
      ["Il y a un créneau jeudi à dix heures.", "Je vous l’ai réservé.", "Le technicien vous appellera avant."],
    ],
    bye: "Merci de votre appel. Bonne continuation !",
  },
  assistant: {
    greets: "Bonjour, je suis {agent}, l’assistante virtuelle. Comment puis-je vous aider ?",
    handsOver: "Je préfère qu’un collègue s’en occupe. Restez avec moi, je vous transfère.",
  },
};
