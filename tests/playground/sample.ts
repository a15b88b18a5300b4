import {
  type APIApplicationCommandStringOption,
  type APIInteraction,
  type APIInteractionResponse,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  InteractionType,
  InteractionResponseType as Kind,
  MessageFlags,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPutAPIApplicationCommandsJSONBody,
} from "discord-api-types/v10";

/** A message of the daily post's shape, with every part that the page has to show. */
export const samplePost: RESTPostAPIChannelMessageJSONBody = {
  flags: MessageFlags.IsComponentsV2,
  allowed_mentions: { parse: [] },
  components: [
    {
      type: ComponentType.Container,
      accent_color: 0x3b5b8c,
      components: [
        { type: ComponentType.TextDisplay, content: "## On this day: 25 June" },
        {
          type: ComponentType.Section,
          components: [
            {
              type: ComponentType.TextDisplay,
              content:
                "### 🇧🇾 🇷🇺 34 years of diplomatic relations\nBelarus and Russia established diplomatic relations in **1992**. [Source](https://example.org/belarus_(russia))",
            },
          ],
          accessory: { type: ComponentType.Button, style: ButtonStyle.Secondary, label: "Timeline", custom_id: "pair" },
        },
        { type: ComponentType.Separator, divider: true },
        {
          type: ComponentType.TextDisplay,
          content:
            "- 🇧🇪 🇰🇷 *1901*: Belgium and the Korean Empire, [treaty](https://example.org/a)\n- 🇺🇳 **80 years**: Charter of the United Nations <t:1782378000:D>\n- 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ~~struck~~ __under__ `code` \\*plain\\* <script>alert(1)</script>",
        },
        { type: ComponentType.Separator, divider: false },
        { type: ComponentType.TextDisplay, content: "-# 12 more today. </today:123456789012345678> shows them all." },
        {
          type: ComponentType.ActionRow,
          components: [
            { type: ComponentType.Button, style: ButtonStyle.Primary, label: "The whole day", custom_id: "day" },
            { type: ComponentType.Button, style: ButtonStyle.Link, label: "Source", url: "https://example.org/" },
            { type: ComponentType.Button, style: ButtonStyle.Danger, label: "Form", custom_id: "form" },
          ],
        },
        {
          type: ComponentType.ActionRow,
          components: [
            {
              type: ComponentType.StringSelect,
              custom_id: "family",
              placeholder: "Kinds of events",
              options: [
                { label: "Treaties", value: "treaties" },
                { label: "Visits", value: "visits", description: "State and official" },
              ],
            },
          ],
        },
      ],
    },
  ],
};

function completed(name: string): APIApplicationCommandStringOption {
  return { type: ApplicationCommandOptionType.String, name, description: "Any of a list", autocomplete: true };
}

export const sampleCommands: RESTPutAPIApplicationCommandsJSONBody = [
  { name: "today", description: "What happened on this day", options: [completed("country")] },
  {
    name: "on",
    description: "What happened on another day",
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "date",
        description: "A day of the year",
        required: true,
        autocomplete: true,
      },
      { type: ApplicationCommandOptionType.Boolean, name: "quiet", description: "Only for you" },
    ],
  },
  {
    name: "pair",
    description: "What two have in common",
    options: [
      { ...completed("one"), required: true },
      { ...completed("other"), required: true },
    ],
  },
  {
    name: "import",
    description: "Events from a file",
    options: [
      {
        type: ApplicationCommandOptionType.Attachment,
        name: "file",
        description: "A CSV or JSON file",
        required: true,
        file_types: [".csv", ".json"],
      },
    ],
  },
  { name: "Sources", type: ApplicationCommandType.Message },
  {
    name: "setup",
    description: "Post here every day",
    options: [completed("hour"), completed("zone"), completed("countries")],
    default_member_permissions: "32",
  },
];

const DAYS = ["25 June", "25 August", "23 March"];

function say(content: string, flags?: MessageFlags): APIInteractionResponse {
  return { type: Kind.ChannelMessageWithSource, data: { content, ...(flags === undefined ? {} : { flags }) } };
}

/** Answers each interaction of the sample. */
export function sampleAnswer(interaction: APIInteraction): APIInteractionResponse {
  switch (interaction.type) {
    case InteractionType.ApplicationCommandAutocomplete: {
      const typed = JSON.stringify(interaction.data.options);
      const fits = DAYS.filter((day) => typed.includes('"value":""') || typed.includes(day.slice(0, 4)));
      return {
        type: Kind.ApplicationCommandAutocompleteResult,
        data: { choices: fits.map((day) => ({ name: day, value: day })) },
      };
    }
    case InteractionType.ApplicationCommand:
      if ("target_id" in interaction.data) return say(`${interaction.data.name} of ${interaction.data.target_id}`);
      return say(
        `/${interaction.data.name} ${JSON.stringify("options" in interaction.data ? interaction.data.options : [])}`,
      );
    case InteractionType.MessageComponent:
      if (interaction.data.custom_id === "form") return { type: Kind.Modal, data: sampleModal };
      return say(`pressed ${JSON.stringify(interaction.data)}`, MessageFlags.Ephemeral);
    case InteractionType.ModalSubmit:
      return say(`submitted ${JSON.stringify(interaction.data.components)}`, MessageFlags.Ephemeral);
    case InteractionType.Ping:
      return { type: Kind.Pong };
    default:
      return interaction satisfies never;
  }
}

const sampleModal = {
  custom_id: "event",
  title: "Add an event",
  components: [
    {
      type: ComponentType.Label as const,
      label: "Date",
      description: "Day, month and year",
      component: { type: ComponentType.TextInput as const, custom_id: "date", style: 1, placeholder: "25 June 1992" },
    },
  ],
};
