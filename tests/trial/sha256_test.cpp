#include "trialcalc/sha256.hpp"
#include "catch.hpp"
#include "cli/process.hpp"
#include "trialcalc/library.hpp"

using trialcalc::sha256;

// NIST, Secure Hash Standard examples and the Cryptographic Algorithm Validation Program's SHA256ShortMsg.
TEST_CASE("SHA-256 has the digests of FIPS 180-4", "[trial]") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
               "lmnopqrsmnopqrstnopqrstu") ==
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  CHECK(sha256(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  CHECK(sha256("\xbd") == "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b");
}

TEST_CASE("a built-in trial is, byte for byte, its file", "[trial]") {
  const trialcalc::Library library;
  for (const char* id : {"cairo6", "prodige7", "verwaal"})
    CHECK(library.find(id).text == text_of(trialcalc::tests::source_dir() + "/data/trials/" + id + ".json"));
}
