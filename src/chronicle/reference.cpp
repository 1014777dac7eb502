#include "chronicle/reference.h"

#include "text/sha256.h"

namespace salname::chronicle {

std::string text_of(AccountRef const& ref) {
    return ref.original + ':' + std::to_string(ref.begin) + '-' + std::to_string(ref.end) + ':' +
           std::string(name_of(ref.type)) + ':' + ref.person;
}

std::string text_of(PersonRef const& ref) {
    return ref.original + ':' + ref.name;
}

std::string short_id(char letter, std::string_view long_name) {
    constexpr std::size_t digits = 10;
    Sha256 sum;
    sum.update(long_name);
    return std::string{letter, '-'} + sum.hex().substr(0, digits);
}

}  // namespace salname::chronicle
