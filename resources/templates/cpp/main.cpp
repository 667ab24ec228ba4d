#include <stdio.h>
#include <uk/config.h>

namespace {

class Greeter
{
public:
	explicit Greeter(const char *text)
	    : m_text(text)
	{}

	void greet() const { printf("%s\n", m_text); }

private:
	const char *m_text;
};

template <typename Function>
void forEachArgument(int count, char *words[], Function function)
{
	for (int i = 1; i < count; ++i)
		function(i, words[i]);
}

} // namespace

int main(int argc, char *argv[])
{
	const Greeter greeter(CONFIG_APP@ID@_GREETING);
	greeter.greet();
	forEachArgument(argc, argv,
			[](int index, const char *word) { printf("argument %d: %s\n", index, word); });
	return 0;
}
