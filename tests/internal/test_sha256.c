/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "testkit.h"

#include <string.h>

#include "base/sha256.h"

static const char *hash_of(const void *data, size_t length)
{
    static char text[RAPPORT__SHA256_TEXT_SIZE];
    unsigned char digest[RAPPORT__SHA256_SIZE];
    rapport__sha256 hash;
    rapport__sha256_init(&hash);
    rapport__sha256_update(&hash, data, length);
    rapport__sha256_final(&hash, digest);
    rapport__sha256_text(digest, text);
    return text;
}

/* FIPS 180-4 examples, published by NIST as "SHA-256 example values". */
static void hashes_the_examples_of_the_standard(void **state)
{
    const char *two_blocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    const char *long_blocks = "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                              "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu";
    (void)state;
    assert_string_equal(hash_of("abc", 3), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_string_equal(hash_of("", 0), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_string_equal(hash_of(two_blocks, 56), "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    assert_string_equal(hash_of(long_blocks, 112), "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
}

/* NIST, "SHA-2 additional test vectors": what the padding must get right lies around 55, 56 and 64 bytes. */
static void pads_every_length_as_the_standard_says(void **state)
{
    static const unsigned char zeros[1000];
    (void)state;
    assert_string_equal(hash_of("\xbd", 1), "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b");
    assert_string_equal(hash_of(zeros, 55), "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7");
    assert_string_equal(hash_of(zeros, 56), "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb");
    assert_string_equal(hash_of(zeros, 57), "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785");
    assert_string_equal(hash_of(zeros, 64), "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b");
    assert_string_equal(hash_of(zeros, 1000), "541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53");
}

/* The long example of FIPS 180-4: a million times "a", here in pieces that never fit the blocks. */
static void hashes_a_million_letters_in_uneven_pieces(void **state)
{
    char letters[1009], text[RAPPORT__SHA256_TEXT_SIZE];
    unsigned char digest[RAPPORT__SHA256_SIZE];
    rapport__sha256 hash;
    size_t left = 1000000, piece = 0;
    (void)state;
    memset(letters, 'a', sizeof letters);
    rapport__sha256_init(&hash);
    while (left) {
        piece = (piece + 37) % sizeof letters;
        piece = piece < left ? piece : left;
        rapport__sha256_update(&hash, letters, piece);
        left -= piece;
    }
    rapport__sha256_final(&hash, digest);
    rapport__sha256_text(digest, text);
    assert_string_equal(text, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

static void pieces_do_not_change_the_hash(void **state)
{
    unsigned char data[200], digest[RAPPORT__SHA256_SIZE];
    char text[RAPPORT__SHA256_TEXT_SIZE];
    (void)state;
    for (unsigned i = 0; i < sizeof data; i++)
        data[i] = (unsigned char)(i * 7 + 1);
    for (size_t cut = 0; cut <= sizeof data; cut++) {
        rapport__sha256 hash;
        rapport__sha256_init(&hash);
        rapport__sha256_update(&hash, data, cut);
        rapport__sha256_update(&hash, data + cut, sizeof data - cut);
        rapport__sha256_final(&hash, digest);
        rapport__sha256_text(digest, text);
        assert_string_equal(text, hash_of(data, sizeof data));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hashes_the_examples_of_the_standard),
        cmocka_unit_test(pads_every_length_as_the_standard_says),
        cmocka_unit_test(hashes_a_million_letters_in_uneven_pieces),
        cmocka_unit_test(pieces_do_not_change_the_hash),
    };
    return cmocka_run_group_tests_name("sha256", tests, NULL, NULL);
}
