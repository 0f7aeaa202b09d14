import type { Dialogue } from "./types.ts";

export const es: Dialogue = {
  customer: {
    opens: [
      "Hola, mi paquete tenía que llegar el lunes y todavía no está aquí.",
      "Buenas, devolví mi pedido hace dos semanas y aún no he recibido el dinero.",
      "Me mudo la semana que viene y tengo que cambiar la dirección de entrega.",
      "Hay un error en mi última factura: me cobraron dos veces.",
      "Quisiera cancelar mi suscripción, por favor.",
      "Quería pedir cita con uno de sus técnicos.",
    ],
    details: [
      "El número de pedido es {order}.",
      "Ya miré en mi cuenta y no hay nada nuevo.",
      "¿Puede comprobarlo otra vez, por favor?",
      "Sí, ese es el correo correcto.",
      "Pone «en curso», no sé qué significa.",
    ],
    upset: [
      "La verdad, es la tercera vez que pregunto.",
      "Esto no puede ser. Nadie me devolvió la llamada.",
      "Estoy muy decepcionado con la atención.",
    ],
    happy: ["¡Qué rápido!", "Perfecto, justo lo que necesitaba.", "Genial, gracias por mirarlo."],
    bye: {
      good: "¡Estupendo, muchísimas gracias! Que tenga un buen día.",
      bad: "Bueno. Pero aquí no vuelvo a comprar.",
      neutral: "De acuerdo, gracias. Adiós.",
    },
  },
  agent: {
    greets: "Buenos días, le habla {agent}. ¿En qué puedo ayudarle?",
    asks: [
      "¿Me da el número de pedido, por favor?",
      "¿Con qué correo hizo la compra?",
      "¿Cuándo se dio cuenta por primera vez?",
    ],
    acts: [
      "Un momento, lo estoy comprobando.",
      "Aquí veo el pedido {order}.",
      "Gracias por esperar, ya tengo los datos.",
    ],
    solves: [
      [
        "Lamento el retraso.",
        "Su paquete está en el almacén y sale mañana por la mañana.",
        "Recibirá un mensaje con la hora.",
      ],
      ["Su devolución ya llegó.", "El reembolso se autorizó hoy.", "Tarda de tres a cinco días hábiles."],
      ["Ya cambié la dirección.", "El pedido {order} irá a su nueva casa.", "Recibirá una confirmación por correo."],
      ["Tiene razón, un artículo se cobró dos veces.", "He anulado esa factura.", "Le enviamos la corregida."],
      ["He cancelado la suscripción.", "Sigue activa hasta fin de mes.", "Después no se le cobrará nada."],
      ["Hay un hueco el jueves a las diez.", "Se lo he reservado.", "El técnico llamará antes de llegar."],
    ],
    bye: "Gracias por contactarnos. ¡Que le vaya bien!",
  },
  assistant: {
    greets: "Hola, soy {agent}, la asistente virtual. ¿Qué puedo hacer por usted?",
    handsOver: "Prefiero que lo vea un compañero. No se retire, le paso enseguida.",
  },
};
