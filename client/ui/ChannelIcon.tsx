import {
  type Icon,
  IconApi,
  IconBrandInstagram,
  IconBrandMessenger,
  IconBrandTelegram,
  IconBrandWhatsapp,
  IconDeviceMobileMessage,
  IconMail,
  IconMessage2,
  IconMessageCircle,
  IconPhone,
  IconPhoto,
  IconVideo,
} from "@tabler/icons-react";
import { valueKey } from "../format/values.ts";

const icons: Record<string, Icon> = {
  api: IconApi,
  chat: IconMessageCircle,
  email: IconMail,
  instagram: IconBrandInstagram,
  messenger: IconBrandMessenger,
  mms: IconPhoto,
  rcs: IconMessage2,
  sms: IconDeviceMobileMessage,
  telegram: IconBrandTelegram,
  video: IconVideo,
  voice: IconPhone,
  phone: IconPhone,
  web: IconMessageCircle,
  webchat: IconMessageCircle,
  whatsapp: IconBrandWhatsapp,
};

/** The icon of a known channel, in any spelling; nothing for a channel of the account's own. The name stands beside. */
export function ChannelIcon({ channel }: { channel: string }) {
  const key = valueKey(channel).replace(/[\s_-]+/g, "");
  const Known = Object.hasOwn(icons, key) ? icons[key] : undefined;
  return Known ? <Known size={13} stroke={1.75} aria-hidden="true" /> : null;
}
