package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many connections and rooms there may be, docs/operating.md, over real sockets. */
class ConnectionLimitsTest {

  @Test
  void turnsAwayWhoComesWhenTheServerIsFullAndAdmitsAgainWhenSomebodyHasGone() {
    try (TestServer server =
            new TestServer("parley.limits.connections=2", "parley.session.linger=100 ms");
        TestClient alice = server.joins("alice")) {
      TestClient bob = server.joins("bob");
      alice.hears("* bob has joined");
      try (TestClient late = server.connects()) {
        late.hears("* the server is full; try again later");
        late.hearsTheEnd();
      }
      bob.isKilled();
      alice.hears("* bob has left");
      try (TestClient carol = server.joinsWhenThereIsRoom("carol")) {
        alice.hears("* carol has joined");
        carol.says("here I am");
        alice.hears("[carol] here I am");
      }
    }
  }

  @Test
  void countsTheConnectionsOfAllListenersTogether() {
    try (TestServer server = new TestServer("parley.limits.connections=1");
        TestClient alice = server.joins("alice");
        TestClient raw = new TestClient(server.raw())) {
      raw.hearsTheEnd();
      alice.says("/who");
      alice.hears("* 1 in lobby: alice");
    }
  }

  @Test
  void countsOutEveryoneHoweverTheyGo() {
    try (TestServer server =
            new TestServer("parley.limits.connections=2", "parley.session.linger=100 ms");
        TestClient alice = server.joins("alice")) {
      for (int i = 0; i < 20; i++) {
        TestClient guest = server.joinsWhenThereIsRoom("bob" + i);
        switch (i % 4) {
          case 0 -> guest.isKilled();
          case 1 -> guest.endsItsSide();
          case 2 -> guest.says("/quit");
          default -> guest.close();
        }
        alice.hears("* bob" + i + " has joined", "* bob" + i + " has left");
      }
      try (TestClient nameless = server.connectsWhenThereIsRoom()) {
        nameless.says("not a name!");
        nameless.hearsLineStarting("* ");
        nameless.hearsTheEnd();
      }
      try (TestClient last = server.joinsWhenThereIsRoom("last")) {
        alice.hears("* last has joined");
        last.says("/quit");
        last.hearsTheEnd();
      }
    }
  }

  @Test
  void letsOneAddressHaveNoMoreThanItMay() {
    try (TestServer server =
            new TestServer(
                "parley.limits.exempt-addresses=[]", "parley.limits.connections-per-address=1");
        TestClient alice = server.joins("alice");
        TestClient second = server.connects()) {
      second.hears(
          "* there are too many connections from your address; close one or try again later");
      second.hearsTheEnd();
      alice.says("/who");
      alice.hears("* 1 in lobby: alice");
    }
  }

  @Test
  void letsOneAddressComeNoFasterThanItMay() {
    try (TestServer server =
        new TestServer(
            "parley.limits.exempt-addresses=[]", "parley.limits.new-connections-per-address=1")) {
      for (int i = 0; i < 5; i++) {
        server.joins("guest" + i).close();
      }
      boolean told = false;
      for (int i = 0; i < 100 && !told; i++) {
        try (TestClient another = server.connects()) {
          told =
              another
                  .line()
                  .equals(
                      "* too many connections have just come from your address; wait some seconds");
        }
      }
      assertThat(told).isTrue();
    }
  }

  @Test
  void opensNoMoreRoomsThanThereMayBe() {
    try (TestServer server = new TestServer("parley.limits.rooms=1");
        TestClient alice = server.joins("alice");
        TestClient bob = server.joins("bob")) {
      alice.hears("* bob has joined");
      bob.says("/join cellar");
      bob.hears("* there are too many rooms to open cellar; /rooms lists them");
      bob.says("/who");
      bob.hears("* 2 in lobby: alice, bob");
    }
  }

  @Test
  void whoLeavesItsRoomEmptyMayOpenAnother() {
    try (TestServer server = new TestServer("parley.limits.rooms=1");
        TestClient alice = server.joins("alice")) {
      alice.says("/join attic");
      alice.hearsLineStarting("* you are in attic");
      try (TestClient bob = server.connects()) {
        bob.hearsLineStarting("* Welcome");
        bob.says("bob");
        bob.hears("* there are too many rooms to open lobby; /rooms lists them");
        bob.hearsTheEnd();
      }
    }
  }

  @Test
  void letsNoMoreIntoARoomThanItMayHold() {
    try (TestServer server = new TestServer("parley.limits.room-members=1");
        TestClient alice = server.joins("alice")) {
      alice.says("/join kitchen");
      alice.hearsLineStarting("* you are in ");
      try (TestClient bob = server.joins("bob")) {
        bob.says("/join kitchen");
        bob.hears("* kitchen is full; try again later, or another room: /rooms lists them");
        bob.says("/who");
        bob.hears("* 1 in lobby: bob");
        try (TestClient carol = server.connects()) {
          carol.hearsLineStarting("* Welcome");
          carol.says("carol");
          carol.hears("* lobby is full; try again later, or another room: /rooms lists them");
          carol.hearsTheEnd();
        }
      }
    }
  }
}
