// Nice classes for the shop categories of name-suggestion-index: what a chain of that kind would register its name for.
// A judgement for the bench, not a register; 35 (retail) where nothing nearer is known.

const TABLE: readonly (readonly [category: RegExp, classes: number[]])[] = [
  [/^shop\/(electronics|hifi|video|appliance|electrical)$/, [9, 11, 35]],
  [/^shop\/(mobile_phone|telecommunication|computer|photo|video_games)$|^office\/telecommunication$/, [9, 35, 38]],
  [/^shop\/(clothes|shoes|boutique|baby_goods|fashion|sports|outdoor|wool|tailor)$/, [25, 35]],
  [/^shop\/(bag|leather|fashion_accessories)$/, [18, 25, 35]],
  [/^shop\/(cosmetics|perfumery|beauty|hairdresser_supply|chemist|soap)$/, [3, 35]],
  [/^(amenity\/pharmacy|shop\/(nutrition_supplements|medical_supply|health_food|herbalist))$/, [5, 35]],
  [/^(shop\/(coffee|tea)|amenity\/cafe)$/, [30, 35, 43]],
  [/^shop\/(bakery|pastry|confectionery|chocolate)$|^amenity\/ice_cream$/, [30, 35, 43]],
  [/^shop\/(butcher|dairy|cheese|deli|seafood|frozen_food|nuts)$/, [29, 35]],
  [/^shop\/(greengrocer|florist|garden_centre|pet)$/, [31, 35]],
  [/^shop\/(beverages|water)$/, [32, 35]],
  [/^shop\/(alcohol|wine)$/, [33, 35]],
  [/^shop\/(jewelry|watches)$/, [14, 35]],
  [/^shop\/(furniture|bed|kitchen|interior_decoration)$/, [20, 35]],
  [/^shop\/(houseware|household_linen|curtain)$/, [21, 24, 35]],
  [/^shop\/(toys|games|model)$/, [28, 35]],
  [/^shop\/(books|stationery|newsagent|copyshop|craft|gift)$/, [16, 35]],
  [/^shop\/(car|motorcycle|car_parts|tyres|bicycle|truck)$/, [12, 35]],
  [/^shop\/(doityourself|hardware|paint|tool_hire|trade)$/, [2, 6, 8, 35]],
  [/^shop\/(optician|hearing_aids)$/, [9, 10, 44]],
  [/^shop\/(tobacco|e-cigarette)$/, [34, 35]],
  [/^amenity\/fuel$|^shop\/gas$/, [4, 35]],
  [/^amenity\/charging_station$/, [9, 39]],
  [/^amenity\/(restaurant|fast_food|bar|pub|food_court)$/, [43]],
  [/^(amenity\/(bank|atm|bureau_de_change|payment_terminal|money_transfer)|office\/(insurance|financial.*)|shop\/money_lender)$/, [36]],
  [/^tourism\//, [43]],
  [/^leisure\/|^amenity\/(cinema|school|kindergarten|.*_school|library|casino)$/, [41]],
  [/^amenity\/(bicycle_rental|car_rental|parcel_locker|post_.*)$|^route\//, [39]],
  [/^power\/|^man_made\//, [37, 40]],
  [/^healthcare\/|^amenity\/(dentist|clinic|hospital|veterinary)$/, [44]],
];

/** Classes of all categories in which a name stands, ascending. */
export const classesOf = (categories: readonly string[]): number[] => {
  const classes = new Set(categories.flatMap((category) => TABLE.find(([of]) => of.test(category))?.[1] ?? [35]));
  return [...classes].sort((a, b) => a - b);
};
