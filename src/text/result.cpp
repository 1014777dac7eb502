#include "text/result.h"

namespace salname {

std::string Fault::message() const {
    std::string text = where.file;
    if (where.line != 0) {
        text += ':' + std::to_string(where.line);
        if (where.column != 0) text += ':' + std::to_string(where.column);
    }
    if (!text.empty()) text += ": ";
    if (where.byte >= 0) text += "byte " + std::to_string(where.byte) + ": ";
    return text + what;
}

}  // namespace salname
