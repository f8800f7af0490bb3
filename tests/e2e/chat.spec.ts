import { test } from "../support/browser/test";

test("a message reaches everyone, even those who arrive later, until the host deletes it", async ({
  cast,
  host,
  viewer,
  signedInViewer,
  guest,
}) => {
  const show = await host.goesLive();
  await guest.knocks(await host.invites());
  await host.admits("Ada");
  await guest.isOnStage();
  await viewer.watches(show);
  await signedInViewer.watches(show);
  await signedInViewer.seesPictureOf("Hanna");
  const said = ["good evening", "hello from the audience", "hello from the stage"];

  await test.step("hosts, hidden viewers and guests write; everyone reads the messages in order", async () => {
    await host.says("good evening");
    await signedInViewer.says("hello from the audience");
    await guest.says("hello from the stage");
    for (const each of [host, signedInViewer, guest, viewer]) await each.readsInOrder(said);
  });

  await test.step("they are there for a viewer who arrives later, and after a reload", async () => {
    const late = await cast.viewer();
    await late.watches(show);
    await late.readsInOrder(said);
    await late.page.close();
    await signedInViewer.reloads();
    await signedInViewer.readsInOrder(said);
  });

  await test.step("once deleted, it is gone everywhere", async () => {
    await host.deletesMessage("hello from the audience");
    for (const each of [signedInViewer, guest, viewer]) {
      await each.doesNotReadInChat("hello from the audience");
      await each.readsInOrder(["good evening", "hello from the stage"]);
    }
  });

  await test.step("a viewer who is not signed in can read, and is offered to sign in", async () => {
    await viewer.isInvitedToSignIn();
  });
});

test("a muted person is told so, and cannot write", async ({ host, signedInViewer }) => {
  const show = await host.goesLive();
  await signedInViewer.watches(show);
  await signedInViewer.says("first");
  await host.readsInChat("first");
  await host.mutesAuthorOf("first", "Vera");

  signedInViewer.watch.expects(/status of 403/);
  await signedInViewer.triesToSay("second");
  await signedInViewer.isToldInChat(/muted/i);
  await host.says("third");
  await host.doesNotReadInChat("second");
  await signedInViewer.readsInOrder(["first", "third"]);

  await test.step("after a reload, the host can still unmute them", async () => {
    await host.reloads();
    await host.isOnAir();
    await signedInViewer.appears();
    await host.unmutesAmongPeople("Vera");
    await host.mutesAuthorOf("first", "Vera");
    await host.unmutesAuthorOf("first", "Vera");
    await signedInViewer.says("fourth");
    await host.readsInChat("fourth");
  });
});

test("messages missed during a connection loss are there once it is back", async ({
  host,
  signedInViewer,
}) => {
  await signedInViewer.hasALossyConnection();
  const show = await host.goesLive();
  await signedInViewer.watches(show);
  await signedInViewer.seesPictureOf("Hanna");
  await host.says("one");
  await signedInViewer.readsInChat("one");

  await signedInViewer.losesConnection();
  await signedInViewer.reads("Reconnecting");
  await host.says("two");
  await host.says("three");
  await signedInViewer.doesNotReadInChat("two");

  await signedInViewer.isBackOnline();
  await signedInViewer.readsInOrder(["one", "two", "three"]);
  await host.says("four");
  await signedInViewer.readsInOrder(["one", "two", "three", "four"]);
  await signedInViewer.seesPictureOf("Hanna");
});
