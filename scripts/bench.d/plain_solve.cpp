// The plain loop that `trialcalc solve` stands beside: every table of N patients whose risk ratio and Katz
// limits print as given. Usage: plain_solve N RR LOWER UPPER (numbers with two decimals)
#include <cmath>
#include <cstdio>
#include <cstdlib>

static bool prints(double value, double printed) { return std::floor(100 * value + 0.5) == printed; }

int main(int count, char** arguments) {
  if (count != 5) return 2;
  const int patients = std::atoi(arguments[1]);
  const double ratio = std::round(100 * std::atof(arguments[2]));
  const double lower = std::round(100 * std::atof(arguments[3]));
  const double upper = std::round(100 * std::atof(arguments[4]));
  const double z = 1.959963984540054;
  long found = 0;
  for (int n1 = 1; n1 < patients; ++n1)
    for (int n2 = patients - n1, a = 1; a <= n1; ++a)
      for (int c = 1; c <= n2; ++c) {
        const double rr = static_cast<double>(a) * n2 / (static_cast<double>(n1) * c);
        if (!prints(rr, ratio)) continue;  // before the square root and the exponential
        const double factor = std::exp(z * std::sqrt(1.0 / a - 1.0 / n1 + 1.0 / c - 1.0 / n2));
        if (prints(rr / factor, lower) && prints(rr * factor, upper)) {
          std::printf("%d/%d %d/%d\n", a, n1, c, n2);
          ++found;
        }
      }
  std::printf("%ld tables\n", found);
}
