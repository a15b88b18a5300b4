import { EXIT, Fatal } from "../fatal.ts";

/** Discord refused the token, over REST (401) or the gateway (4004). */
export function tokenRefused(): Fatal {
  return new Fatal(
    "Discord refused the token in DISCORD_TOKEN. Take the current one from the Developer Portal (your application, " +
      "Bot, Reset Token), put it into .env or the environment, and start again.",
    EXIT.mend,
  );
}

/** What is behind a gateway close code after which Discord does not want us back as we are; else undefined. */
export function fatalClose(code: number): Fatal | undefined {
  switch (code) {
    case 4004:
      return tokenRefused();
    case 4010:
      return new Fatal("Discord refused how this version counts its shards (4010). Update Attaché.", EXIT.mend);
    case 4011:
      return new Fatal("Discord wants more shards than it did at the start (4011). Start Attaché again.", EXIT.retry);
    case 4012:
      return new Fatal("Discord no longer speaks this Attaché's gateway version (4012). Update Attaché.", EXIT.mend);
    case 4013:
      return new Fatal("Discord does not know the intents asked for (4013). Update Attaché.", EXIT.mend);
    case 4014:
      return new Fatal(
        "Discord does not allow this application the Guilds intent (4014). Look for a notice in the Developer Portal.",
        EXIT.mend,
      );
    default:
      return undefined;
  }
}
