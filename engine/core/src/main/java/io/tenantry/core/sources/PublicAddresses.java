package io.tenantry.core.sources;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Tells addresses that anyone may reach from those of this machine and of private networks. */
final class PublicAddresses {
  private PublicAddresses() {}

  static boolean contains(InetAddress address) {
    boolean special =
        address.isAnyLocalAddress()
            || address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();
    byte[] bytes = address.getAddress();
    return !special
        && (address instanceof Inet6Address ? isPublicSix(bytes) : isPublicFour(bytes, 0));
  }

  /** Beside 10/8, 172.16/12 and 192.168/16: this network, shared, protocol, test, reserved. */
  private static boolean isPublicFour(byte[] bytes, int at) {
    int a = bytes[at] & 0xFF;
    int b = bytes[at + 1] & 0xFF;
    int c = bytes[at + 2] & 0xFF;
    return switch (a) {
      case 0, 10, 127 -> false;
      case 100 -> b < 64 || b > 127;
      case 169 -> b != 254;
      case 172 -> b < 16 || b > 31;
      case 192 -> b != 168 && !(b == 0 && (c == 0 || c == 2)) && !(b == 88 && c == 99);
      case 198 -> b != 18 && b != 19 && !(b == 51 && c == 100);
      case 203 -> !(b == 0 && c == 113);
      default -> a < 224;
    };
  }

  /** Only 2000::/3 is given out; parts of it, and of others, carry an IPv4 address inside. */
  private static boolean isPublicSix(byte[] bytes) {
    int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    int second = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
    if (first == 0x2002) {
      return isPublicFour(bytes, 2);
    }
    if (first == 0x64 && second == 0xFF9B) {
      return isPublicFour(bytes, 12);
    }
    boolean teredoOrDocumentation = first == 0x2001 && (second == 0 || second == 0xDB8);
    return (first & 0xE000) == 0x2000 && !teredoOrDocumentation;
  }
}
