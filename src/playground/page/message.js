import { shown } from "./components.js";
import { h } from "./dom.js";
import { markdown } from "./markdown.js";
import { shownTime } from "./time.js";

/**
 * @typedef {import("./server.js").Message} Message
 * @typedef {import("./components.js").Stage} Stage
 * @typedef {Stage & {
 *   dismiss: () => void, menu: readonly string[], choose: (command: string) => void, isDirect: boolean,
 * }} Shown
 */

const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;
const CROSSPOSTED = 1 << 0;

/** @param {import("discord-api-types/v10").APIEmbed} embed @param {Stage} stage */
function shownEmbed({ title, url, description, fields = [], footer, color }, stage) {
  const heading =
    title === undefined
      ? undefined
      : h("h3", {}, url === undefined ? title : h("a", { href: url, rel: "noopener noreferrer" }, title));
  const pairs = fields.map(({ name, value }) =>
    h("div", {}, h("dt", {}, name), h("dd", {}, markdown(value, stage.names))),
  );
  const element = h(
    "div",
    { class: "container accented embed" },
    heading,
    description === undefined ? undefined : h("div", { class: "text" }, markdown(description, stage.names)),
    pairs.length === 0 ? undefined : h("dl", {}, ...pairs),
    footer === undefined ? undefined : h("p", { class: "subtext" }, footer.text),
  );
  element.style.setProperty("--accent", `#${(color ?? 0x4f545c).toString(16).padStart(6, "0")}`);
  return element;
}

/** The line above a message: who used which command, or that it went to one person. @param {Message} message @param {boolean} isDirect */
function origin({ interaction }, isDirect) {
  if (interaction === undefined)
    return isDirect ? h("p", { class: "origin" }, "In a direct message to you") : undefined;
  const { user, name } = interaction;
  return h("p", { class: "origin" }, h("b", {}, user.username), " used ", h("span", { class: "mention" }, `/${name}`));
}

/** @param {() => void} dismiss */
function onlyYou(dismiss) {
  const button = h("button", { type: "button", class: "as-link" }, "Dismiss message");
  button.addEventListener("click", dismiss);
  return h("p", { class: "only-you" }, "Only you can see this • ", button);
}

/** The commands in a message's menu, which Discord shows under Apps. @param {Shown} stage */
function menuOf({ menu, choose }) {
  return menu.map((name) => {
    const button = h(
      "button",
      { type: "button", class: "quiet menu", title: "In Discord: the message's menu, Apps" },
      name,
    );
    button.addEventListener("click", () => choose(name));
    return button;
  });
}

/** @param {Message} message @param {Stage} stage */
function body(message, stage) {
  if (((message.flags ?? 0) & LOADING) !== 0)
    return [h("p", { class: "thinking" }, `${message.author.username} is thinking…`)];
  const text = message.content === "" ? undefined : h("div", { class: "text" }, markdown(message.content, stage.names));
  const edited = message.edited_timestamp === null ? undefined : h("p", { class: "subtext" }, "(edited)");
  return [
    text,
    ...message.embeds.map((embed) => shownEmbed(embed, stage)),
    ...(message.components ?? []).map((component) => shown(component, stage)),
    edited,
  ];
}

/**
 * One message of the channel.
 * @param {Message} message
 * @param {Shown} stage
 */
export function shownMessage(message, stage) {
  const flags = message.flags ?? 0;
  const isEphemeral = (flags & EPHEMERAL) !== 0;
  const time = shownTime(Date.parse(message.timestamp), "f", stage.names.zone);
  const head = h(
    "h2",
    { class: "author" },
    h("b", {}, message.author.username),
    h("span", { class: "tag" }, "APP"),
    (flags & CROSSPOSTED) === 0 ? undefined : h("span", { class: "tag published" }, "PUBLISHED"),
    h("time", {}, time),
  );
  return h(
    "article",
    {
      class: isEphemeral ? "message ephemeral" : "message",
      "data-id": message.id,
      "aria-label": `${message.author.username}, ${time}`,
    },
    origin(message, stage.isDirect),
    h("img", { class: "avatar", src: "/avatar.svg", alt: "" }),
    h(
      "div",
      { class: "body" },
      h("div", { class: "head" }, head, ...menuOf(stage)),
      ...body(message, stage),
      isEphemeral ? onlyYou(stage.dismiss) : undefined,
    ),
  );
}
