import type { Dialogue } from "./types.ts";

export const pt: Dialogue = {
  customer: {
    opens: [
      "Oi, minha encomenda era para chegar na segunda e ainda não chegou.",
      "Olá, devolvi meu pedido há duas semanas e ainda não recebi o dinheiro.",
      "Vou me mudar na semana que vem e preciso mudar o endereço de entrega.",
      "Tem um erro na minha última fatura: fui cobrado duas vezes.",
      "Quero cancelar minha assinatura, por favor.",
      "Gostaria de marcar um horário com um dos técnicos.",
    ],
    details: [
      "O número do pedido é {order}.",
      "Já olhei na minha conta e não tem nada novo.",
      "Pode verificar de novo, por favor?",
      "Sim, esse é o e-mail certo.",
      "Está escrito “em andamento”, não sei o que quer dizer.",
    ],
    upset: [
      "Sinceramente, é a terceira vez que eu pergunto.",
      "Assim não dá. Ninguém me ligou de volta.",
      "Estou muito decepcionado com o atendimento.",
    ],
    happy: ["Nossa, que rápido!", "Perfeito, era disso que eu precisava.", "Ótimo, obrigado por verificar."],
    bye: {
      good: "Maravilha, muito obrigado! Tenha um bom dia.",
      bad: "Está bem. Mas aqui eu não compro mais.",
      neutral: "Certo, obrigado. Tchau.",
    },
  },
  agent: {
    greets: "Bom dia, aqui é {agent}. Como posso ajudar?",
    asks: [
      "Pode me dizer o número do pedido, por favor?",
      "Qual e-mail foi usado na compra?",
      "Quando percebeu isso pela primeira vez?",
    ],
    acts: [
      "Um momento, estou verificando.",
      "Estou vendo o pedido {order} aqui.",
      "Obrigado por aguardar, já tenho os dados.",
    ],
    solves: [
      [
        "Peço desculpas pelo atraso.",
        "A encomenda está no depósito e sai amanhã de manhã.",
        "Você vai receber uma mensagem com o horário.",
      ],
      ["A devolução chegou.", "O reembolso foi liberado hoje.", "Leva de três a cinco dias úteis."],
      ["Já mudei o endereço.", "O pedido {order} vai para a sua casa nova.", "Você vai receber um e-mail."],
      ["Tem razão, um item foi cobrado duas vezes.", "Cancelei essa fatura.", "A fatura corrigida já vai ser enviada."],
      ["Cancelei a assinatura.", "Ela vale até o fim do mês.", "Depois disso nada será cobrado."],
      ["Há um horário na quinta às dez.", "Já reservei para você.", "O técnico liga antes de chegar."],
    ],
    bye: "Obrigado pelo contato. Até logo!",
  },
  assistant: {
    greets: "Oi, eu sou {agent}, a assistente virtual. Em que posso ajudar?",
    handsOver: "Prefiro que um colega veja isso. Fique na linha, já vou transferir.",
  },
};
