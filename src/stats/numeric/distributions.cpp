#include "stats/numeric/distributions.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

namespace trialcalc::numeric {

namespace bm = boost::math;

// Errors become infinities or NaN, never exceptions: edges are decided by the methods.
using Policy = bm::policies::policy<bm::policies::domain_error<bm::policies::errno_on_error>,
                                    bm::policies::pole_error<bm::policies::errno_on_error>,
                                    bm::policies::overflow_error<bm::policies::errno_on_error>,
                                    bm::policies::underflow_error<bm::policies::ignore_error>,
                                    bm::policies::denorm_error<bm::policies::ignore_error>,
                                    bm::policies::evaluation_error<bm::policies::errno_on_error>>;
using Normal = bm::normal_distribution<double, Policy>;

double normal_quantile(double probability) { return bm::quantile(Normal(), probability); }

double normal_upper(double z) { return 0.5 * std::erfc(z / std::sqrt(2.0)); }

double log_normal_upper(double z) {
  if (z < 30) return std::log(normal_upper(z));
  // Mills ratio by its asymptotic series; the first term left out is below 1e-13 from z = 30 on.
  const double w = 1 / (z * z);
  const double series = 1 - w * (1 - 3 * w * (1 - 5 * w * (1 - 7 * w * (1 - 9 * w))));
  return -0.5 * z * z - std::log(z) - 0.5 * std::log(2 * M_PI) + std::log(series);
}

double chi_squared_upper(double x, double df) {
  if (x <= 0) return 1;
  if (df == 1) return std::erfc(std::sqrt(x / 2));
  return bm::gamma_q(df / 2, x / 2, Policy());
}

double log_chi_squared_upper(double x, double df) {
  if (df == 1) return std::log(2.0) + log_normal_upper(std::sqrt(x));
  const double p = chi_squared_upper(x, df);
  if (p > 1e-300) return std::log(p);
  // Continued fraction of the upper incomplete gamma function, far in the tail (Lentz).
  const double s = df / 2, h = x / 2;
  double b = h + 1 - s, c = 1e300, d = 1 / b, f = d;
  for (int i = 1; i < 10'000; ++i) {
    const double an = -i * (i - s);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const double step = c * d;
    f *= step;
    if (std::abs(step - 1) < 1e-15) break;
  }
  return s * std::log(h) - h - log_gamma(s) + std::log(f);
}

double student_upper(double t, double df) {
  return bm::cdf(bm::complement(bm::students_t_distribution<double, Policy>(df), t));
}

double log_student_upper(double t, double df) {
  const double p = t < 0 ? 1 - student_upper(-t, df) : student_upper(t, df);
  if (t <= 0) return t == 0 ? -std::log(2.0) : std::log1p(-student_upper(-t, df));
  if (p > 1e-290) return std::log(p);
  // P(T > t) = I_x(a, 1/2) / 2 with a = df/2 and x = df / (df + t^2), by the series of I_x in x, all terms
  // positive: x^a sqrt(1 - x) / (a B(a, 1/2)) * sum of (a + 1/2)_k / (a + 1)_k x^k.
  const double a = df / 2, ratio = t / std::sqrt(df);
  const double log_1_over_x = ratio > 1e8 ? 2 * std::log(ratio) : std::log1p(ratio * ratio);
  const double x = std::exp(-log_1_over_x), rest = ratio > 1e8 ? 1 : ratio * ratio / (1 + ratio * ratio);
  double term = 1, sum = 1;
  for (int k = 0; k < 1'000'000 && term > 1e-17 * sum; ++k) sum += term *= (a + 0.5 + k) / (a + 1 + k) * x;
  const double log_beta = std::log(M_PI) / 2 + std::log(bm::tgamma_delta_ratio(a, 0.5, Policy()));
  return -a * log_1_over_x + 0.5 * std::log(rest) - std::log(2 * a) - log_beta + std::log(sum);
}

double student_quantile(double probability, double df) {
  return bm::quantile(bm::students_t_distribution<double, Policy>(df), probability);
}

double beta_cdf(double x, double a, double b) { return bm::ibeta(a, b, x, Policy()); }
double beta_upper(double x, double a, double b) { return bm::ibetac(a, b, x, Policy()); }
double beta_quantile(double probability, double a, double b) {
  return bm::ibeta_inv(a, b, probability, Policy());
}
double beta_upper_quantile(double probability, double a, double b) {
  return bm::ibetac_inv(a, b, probability, Policy());
}

double binomial_cdf(std::int64_t k, std::int64_t n, double p) {
  if (k < 0) return 0;
  if (k >= n) return 1;
  return beta_upper(p, static_cast<double>(k + 1), static_cast<double>(n - k));
}

double binomial_upper(std::int64_t k, std::int64_t n, double p) {
  if (k <= 0) return 1;
  if (k > n) return 0;
  return beta_cdf(p, static_cast<double>(k), static_cast<double>(n - k + 1));
}

double binomial_pmf(std::int64_t k, std::int64_t n, double p) {
  if (k < 0 || k > n) return 0;
  const auto a = static_cast<double>(k + 1), b = static_cast<double>(n - k + 1);
  return bm::ibeta_derivative(a, b, p, Policy()) / static_cast<double>(n + 1);
}

// Not std::lgamma: the C library's writes to a global, the sign, so that threads race for it.
double log_gamma(double x) { return bm::lgamma(x, Policy()); }

double log_choose(std::int64_t n, std::int64_t k) {
  const auto real = [](std::int64_t value) { return static_cast<double>(value); };
  return log_gamma(real(n) + 1) - log_gamma(real(k) + 1) - log_gamma(real(n - k) + 1);
}

double noncentral_student_cdf(double t, double df, double delta) {
  return bm::cdf(bm::non_central_t_distribution<double, Policy>(df, delta), t);
}

}  // namespace trialcalc::numeric
