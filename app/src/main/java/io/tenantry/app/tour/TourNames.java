package io.tenantry.app.tour;

import java.util.List;
import java.util.Random;

/** Names as companies, people, towns and goods have them. */
final class TourNames {
  private static final List<String> FAMILIES =
      words(
          """
          Abbott Achterberg Almeida Anders Baptiste Barrow Becker Bianchi Brandt Byrne Castillo Chandra
          Costa Dahl Delgado Dimitrov Eriksen Falk Ferrari Fischer Fontaine Garcia Gruber Haddad Hansen
          Hartmann Hayes Horvat Ibrahim Ivanova Jansen Kaplan Keller Kowalski Larsen Lefevre Lindqvist
          Lombardi Marsh Mendes Moreau Nakamura Novak Okafor Olsen Parker Petrov Quinn Reyes Rossi Santos
          Schneider Silva Tanaka Torres Urban Vance Vogel Wagner Walsh Weber Winter Yilmaz Zimmer
          """);
  private static final List<String> GIVEN =
      words(
          """
          Ada Amir Anja Beatriz Benno Carla Chidi Clara Daniel Dora Elif Emil Eva Farid Greta Hana Hugo
          Ines Ivo Jana Jonas Kaito Lena Leo Lucia Malik Mara Milan Nadia Noah Olga Oscar Paula Priya
          Rafael Rosa Samir Sofia Theo Tilda Vera Viktor Wanda Yara Yusuf Zoe
          """);
  private static final List<String> ENDINGS =
      List.of("Group", "and Sons", "Ltd", "Bank", "Partners", "Foods", "Logistics", "Works");
  private static final List<String> CITIES =
      words(
          """
          Antwerp Bergen Bilbao Bremen Cork Dresden Geneva Ghent Graz Lisbon Lyon Malmo Nantes Porto
          Riga Seville Tartu Torino Utrecht Zagreb
          """);
  private static final List<String> QUALITIES =
      words("Cotton Copper Glass Granite Leather Linen Oak Paper Rubber Silk Steel Wool");
  private static final List<String> GOODS =
      words("Bag Bench Bottle Chair Clock Coat Gloves Keyboard Knife Lamp Plate Shoes Table Watch");

  private final Random random;

  TourNames(Random random) {
    this.random = random;
  }

  String company() {
    return switch (random.nextInt(3)) {
      case 0 -> any(FAMILIES) + " " + any(ENDINGS);
      case 1 -> any(FAMILIES) + "-" + any(FAMILIES);
      default -> any(FAMILIES) + ", " + any(FAMILIES) + " and " + any(FAMILIES);
    };
  }

  String person() {
    return any(GIVEN) + " " + any(FAMILIES);
  }

  String city() {
    return any(CITIES);
  }

  String product() {
    return any(QUALITIES) + " " + any(GOODS);
  }

  private String any(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
