#include "validate/validate.h"

#include "validate/accounts.h"
#include "validate/amount_claims.h"
#include "validate/amount_unit.h"
#include "validate/amounts.h"
#include "validate/balance.h"
#include "validate/blanks.h"
#include "validate/breakdown.h"
#include "validate/caps.h"
#include "validate/claims.h"
#include "validate/criteria.h"
#include "validate/cross.h"
#include "validate/dates.h"
#include "validate/echo.h"
#include "validate/finding.h"
#include "validate/forms.h"
#include "validate/grades.h"
#include "validate/header_formula.h"
#include "validate/impact.h"
#include "validate/items.h"
#include "validate/ledger.h"
#include "validate/levels.h"
#include "validate/local_run.h"
#include "validate/loose.h"
#include "validate/notation.h"
#include "validate/numbering.h"
#include "validate/product.h"
#include "validate/profiles.h"
#include "validate/rates.h"
#include "validate/repeats.h"
#include "validate/outline.h"
#include "validate/ratings.h"
#include "validate/ratio.h"
#include "validate/scores.h"
#include "validate/stated.h"
#include "validate/subject.h"
#include "validate/targets.h"
#include "validate/trace.h"
#include "validate/trees.h"
#include "validate/weights.h"

/* Every family of rules, in the order in which they look at a document. What
 * one place owes to two families is shown in this order; within a row before
 * down a column, so that a total is not blamed for the slip of a row. */
static const struct family {
    const char *name;
    bool (*run)(struct doc *doc, const struct config *config, struct err *err);
} families[] = {
    {"scores", scores_run},
    {"weights", weights_run},
    {"levels", levels_run},
    {"ratings", ratings_run},
    {"outline", outline_run},
    {"criteria", criteria_run},
    {"claims", claims_run},
    {"grades", grades_run},
    {"cross", cross_run},
    {"header_formula", header_formula_run},
    {"amounts", amounts_run},
    {"breakdown", breakdown_run},
    {"rates", rates_run},
    {"ratio", ratio_run},
    {"forms", forms_run},
    {"trees", trees_run},
    {"balance", balance_run},
    {"accounts", accounts_run},
    {"amount_claims", amount_claims_run},
    {"repeats", repeats_run},
    {"echo", echo_run},
    {"stated", stated_run},
    {"amount_unit", amount_unit_run},
    {"notation", notation_run},
    {"numbering", numbering_run},
    {"targets", targets_run},
    {"subject", subject_run},
    {"items", items_run},
    {"dates", dates_run},
    {"blanks", blanks_run},
    {"trace", trace_run},
    {"loose", loose_run},
    {"caps", caps_run},
    {"product", product_run},
    {"local", local_run},
};

bool validate_run(struct doc *doc, const struct config *config, struct err *err) {
    doc->verdict.coverage.numbers = doc->reading.numbers;
    if (!profiles_run(doc, config, err))
        return false;
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        if (!families[i].run(doc, config, err))
            return false;
    }
    uint32_t dropped = ledger_dropped(doc);
    if (dropped > 0)
        doc_warn(doc, "findings_dropped", NULL, "%u findings beyond the limit were left out",
                 dropped);
    return impact_run(doc, config, err) && finding_sort(doc, err) && finding_seal(doc, err);
}
