/** Names that the World Treaty Index writes small, as they are written. */
export const PROPER_NOUNS: readonly string[] = [
  ..."Alsace-Lorraine, Amazon, Argentina, Ascension Island, Australia, Austro-Hungarian, Bahrain, Baltic Sea".split(
    ", ",
  ),
  ..."Benin, Black Sea, Bolivia, Bratislava, Brazil, British Virgin Islands, Bulgaro-Serbian, Burma, Cairo".split(", "),
  ..."Canada, Canary Islands, Cape Verde, Caspian, Cayman Islands, Central African Republic, Ceylon, Chad".split(", "),
  ..."China, Cook Islands, Cuba, Czechoslovakia, Danube, Denmark, Diego Garcia, Dominican Republic, Egypt".split(", "),
  ..."Egyptian, El Salvador, Equatorial Guinea, Eritrea, Falkland Islands, Faroe Islands".split(", "),
  ..."Federal Republic of Germany, Finland, France, Franco-Belgian, Franco-British, Franco-Canadian".split(", "),
  ..."Franco-Ethiopian, Franco-Persian, Gabon, Geneva, German Democratic Republic, German-Italian, German-Polish".split(
    ", ",
  ),
  ..."Ghana, Guinea, Guyana, Haiti, Holy See, Hong Kong, Hungarian, Hungary, Indo-Sudanese, Indonesia".split(", "),
  ..."Inter-American, Iran, Iraq, Isle of Man, Israel, Italian-Albanian, Italo-Mexican, Italo-Spanish, Jamaican".split(
    ", ",
  ),
  ..."Jordan, Kuwait, Laos, Luxembourg, Macedonian, Malaysian, Mali, Malian, Mauritanian, Mexico".split(", "),
  ..."Minas Gerais, Monaco, Moroccan, Mozambique, Munich, Netherlands, New Caledonia, New York, New Zealand".split(
    ", ",
  ),
  ..."Niger, Nordic, North Borneo, North Korea, North Sea, Norway, Oman, Palestinian, Pan-American".split(", "),
  ..."Panamanian, Papua New Guinea, Peace Corps, Prague, Prussia, Prussian, Red Sea, Rhine, Rio Grande do Sul".split(
    ", ",
  ),
  ..."Romania, Russia, Rwanda, San Marino, Saudi Arabia, Scandinavian, Serbian, Siam, Silesian, Singapore".split(", "),
  ..."Smithsonian, Solomon Islands, South Africa, South Korea, Soviet Union, Spain, Sri Lanka, St. Kitts, St. Lucia".split(
    ", ",
  ),
  ..."St. Martin, Sudan, Suriname, Sweden, Syria, Tanganyika, Tanzania, Tanzanian, Tema, The Hague, Togo".split(", "),
  ..."Togolese, Turkish, Uganda, United Kingdom, United Nations, United States, Upper Volta, Venezuela".split(", "),
  ..."Viet Nam, Vietnam, Warsaw, Western Sahara, Yacyreta, Yugoslavia, Yugoslavian, Zaire, Zambia, Zambian".split(", "),
  ...(
    "Danish Swedish Norwegian Finnish Dutch Belgian Swiss Austrian German French British English Scottish " +
    "Irish Spanish Portuguese Italian Greek Russian Soviet Polish Czech Czechoslovak Slovak Romanian " +
    "Bulgarian Yugoslav Croatian Bosnian Albanian Ukrainian Belarusian Lithuanian Latvian Estonian " +
    "Icelandic American Canadian Mexican Cuban Brazilian Argentine Argentinian Chilean Peruvian Bolivian " +
    "Colombian Venezuelan Ecuadorian Uruguayan Paraguayan Haitian Nicaraguan Honduran Guatemalan Chinese " +
    "Japanese Korean Vietnamese Thai Indian Indonesian Philippine Burmese Pakistani Afghan Iranian " +
    "Persian Iraqi Syrian Lebanese Israeli Jordanian Libyan Tunisian Algerian Sudanese Ethiopian Somali " +
    "Kenyan Ugandan Nigerian Ghanaian Senegalese Congolese Zairian Angolan African European Asian Arab " +
    "Australian Mongolian Nepalese Ceylonese Cypriot Maltese Ruanda-Urundi"
  ).split(" "),
];

/** Acronyms by their small letters. */
export const ACRONYMS: ReadonlyMap<string, string> = new Map([
  ["a.i.d", "AID"],
  ["a.i.d.", "AID"],
  ["asean", "ASEAN"],
  ["eec", "EEC"],
  ["efta", "EFTA"],
  ["fao", "FAO"],
  ["gatt", "GATT"],
  ["iaea", "IAEA"],
  ["ibrd", "IBRD"],
  ["icao", "ICAO"],
  ["imf", "IMF"],
  ["minurso", "MINURSO"],
  ["nasa", "NASA"],
  ["nato", "NATO"],
  ["oecd", "OECD"],
  ["opec", "OPEC"],
  ["seato", "SEATO"],
  ["u.k", "UK"],
  ["u.k.", "UK"],
  ["u.s.", "US"],
  ["u.s.a", "USA"],
  ["u.s.a.", "USA"],
  ["uk", "UK"],
  ["undp", "UNDP"],
  ["unesco", "UNESCO"],
  ["unicef", "UNICEF"],
  ["unido", "UNIDO"],
  ["usa", "USA"],
  ["usaf", "USAF"],
  ["uss", "USS"],
  ["ussr", "USSR"],
  ["wmo", "WMO"],
  ["wto", "WTO"],
]);
